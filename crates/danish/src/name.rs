//! Person names: keys under which shortened and differently spelt names meet.
