#!/usr/bin/env python3
"""Writes the sample archive (archive/) and the truth about it (truth/) from the meetings in source/.

    pip install reportlab && python3 make.py

All of it is ours: invented bodies, people and matters. No clock and no chance: the same version of
reportlab (5.1) writes the same bytes. README.md explains the notation of source/.
"""
import json
import pathlib
import re
import shutil

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

import wrapping

HERE = pathlib.Path(__file__).parent
HOW = {"e": "explicit", "p": "pronoun", "c": "continuation", "r": "role", "i": "initials"}


def meetings(path):
    """The meetings of one source file."""
    names, meeting = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"([A-Z]{2}) = (.+)", line):
            names[found[1]] = found[2]
        elif line.startswith("=== "):
            if meeting:
                yield meeting
            meeting = {"date": line[4:], "names": names, "groups": [], "blocks": []}
        elif found := re.fullmatch(r"(fil|form|organ|titel|under): (.+)", line):
            meeting[found[1]] = found[2]
        elif found := re.fullmatch(r"\[(\w+)\] (.+)", line):
            meeting["groups"].append((found[1], found[2], []))
        elif meeting and meeting["groups"] and not meeting["blocks"] and ";" in line:
            key, affiliation, role, note = ([part.strip() for part in line.split(";")] + [""] * 3)[:4]
            person = {"name": names[key], "affiliation": affiliation, "role": role, "note": note}
            meeting["groups"][-1][2].append(person)
        elif found := re.fullmatch(r"(##?) (\w+)\|(.+)\|(\w?)", line):
            meeting["blocks"].append({"kind": "item", "level": len(found[1]), "number": found[2],
                                      "title": found[3], "letter": found[4]})
        elif line.startswith(":: "):
            meeting["blocks"].append({"kind": "label", "text": line[3:]})
        elif line.startswith(": "):
            meeting["blocks"].append({"kind": "label", "text": line[2:], "plain": True})
        elif not line:
            if meeting and meeting["blocks"]:
                meeting["blocks"].append({"kind": "gap"})
        elif found := re.fullmatch(r"(?:([A-Z]{2})(!?) ?([epcri])|-(!?)) (.+)", line):
            speaker = names[found[1]] if found[1] else None
            meeting["blocks"].append({"kind": "sentence", "text": found[5], "speaker": speaker,
                                      "how": HOW[found[3]] if speaker else "none",
                                      "decision": bool(found[2] or found[4])})
        else:
            raise SystemExit(f"{path.name}: cannot read: {line}")
    yield meeting


def truth(meeting):
    """What a perfect reader makes of the meeting."""
    people = []
    for group, _, members in meeting["groups"]:
        for person in members:
            affiliation = person["affiliation"]
            row = {"name": person["name"], "affiliation": affiliation or None,
                   "role": person["role"] or None, "group": group}
            if affiliation.startswith("~"):
                row["affiliation"], row["initials"] = None, affiliation[1:]
            people.append(row)
    items, statements, above, item = [], [], None, None
    for block in meeting["blocks"]:
        if block["kind"] == "item":
            sub = block["level"] == 2
            item = f"{above}.{block['number']}" if sub else block["number"]
            above = above if sub else item
            items.append({"number": item, "title": block["title"], "kind": block["letter"] or None,
                          "parent": above if sub else None})
        elif block["kind"] == "sentence":
            statements.append({"item": item, "speaker": block["speaker"], "how": block["how"],
                               "text": block["text"], "decision": block["decision"]})
    return {"body": meeting["organ"], "date": meeting["date"], "title": meeting["titel"],
            "people": people, "items": items, "statements": statements}


def person_text(person, group):
    """A person as the list of participants has them."""
    name, affiliation, role = person["name"], person["affiliation"], person["role"]
    note = f" ({person['note']})" if person["note"] else ""
    if affiliation.startswith("~"):
        return f"{name} ({affiliation[1:]})" + (f", {role}" if role else "")
    if not affiliation:
        return f"{name} ({role})"
    if len(affiliation) == 1:
        return f"{name} ({affiliation})" + (f", {role}" if role else "")
    if affiliation in role:
        return f"{name}, {role}{note}"
    if group == "presenter":
        return f"{name}, {affiliation}, {role}{note}"
    if affiliation == "Børn og Veje":
        return f"{name}, {affiliation} ({role})" if role == "referent" else f"{name}, {role}, {affiliation}"
    return f"{name} ({affiliation}, {role})" if role else f"{name} ({affiliation})"


def paragraphs(meeting):
    """The body as (kind, text) in order: item, sub, label, text."""
    form = meeting["form"].split()
    for block in meeting["blocks"]:
        if block["kind"] == "item":
            letter = f" ({block['letter']})" if block["letter"] else ""
            if block["level"] == 1:
                yield "item", ("Ad " if "ad" in form else "") + f"{block['number']}. {block['title']}{letter}"
            else:
                mark = "." if block["number"].isdigit() else ")"
                yield "sub", f"{block['number']}{mark} {block['title']}{letter}"
        elif block["kind"] == "label":
            yield "label", block["text"]
        elif block["kind"] == "gap":
            yield "gap", ""
        else:
            yield "text", block["text"]


def joined(meeting):
    """The same, with the sentences of a paragraph joined."""
    out = []
    for kind, text in paragraphs(meeting):
        if kind == "text" and out and out[-1][0] == "text":
            out[-1] = ("text", f"{out[-1][1]} {text}")
        else:
            out.append((kind, text))
    return [(kind, text) for kind, text in out if kind != "gap"]


def options(meeting):
    return dict(part.split("=") if "=" in part else (part, True) for part in meeting["form"].split()[1:])


def running_head(meeting, foot):
    day = "-".join(reversed(meeting["date"].split("-")))
    return {"kommune": f"Nørreå Kommune, {meeting['organ']}, {day}",
            "streg": f"{meeting['organ']}, {meeting['date'][:4]}"}.get(foot, f"{meeting['organ']} – referat")


def text_lines(meeting, width, foot, breaks):
    """The lines of a plain text, without page furniture."""
    wrap = lambda text: wrapping.wrap(text, lambda line: len(line) <= width, breaks)
    colon = "" if foot in ("bogmærke", "side") else ":"
    lines = ["", *wrap(meeting["titel"])]
    if "under" in meeting:
        lines += wrap(meeting["under"]) if "     " not in meeting["under"] else [meeting["under"]]
    for group, heading, members in meeting["groups"]:
        people = ", ".join(person_text(person, group) for person in members)
        lines += ["", heading + colon, *wrap(people)]
    before = "head"
    for kind, text in joined(meeting):
        if kind in ("item", "sub") or (kind == "label" and before != "item") or before == kind == "text":
            lines.append("")
        lines += wrap(text)
        before = kind
    return lines


def write_text(meeting, path):
    form = options(meeting)
    foot, best = form["fod"], None
    # The width near the wished one that breaks most lines at a hyphen that must stay (EPJ-|systemet).
    wish = int(form["bredde"])
    for width in sorted(range(wish - 7, wish + 8), key=lambda width: abs(width - wish)):
        breaks = []
        lines = text_lines(meeting, width, foot, breaks)
        kept = sum("-" in whole for _, _, whole in breaks)
        if best is None or kept > best[0]:
            best = (kept, width, lines, breaks)
    _, width, lines, breaks = best
    pages = -(-len(lines) // int(form["side"]))
    out, size = [], int(form["side"])
    for number in range(1, pages + 1):
        out += lines[(number - 1) * size : number * size]
        last = number == pages
        head = running_head(meeting, foot)
        out += {
            "bogmærke": ["", "", "", str(number + 1), "", "Fejl! Bogmærke er ikke defineret.", "", ""],
            "side": ["", f"Side {number} af {pages}".rjust(width - 4), "\f" + head, ""],
            "kommune": ["", "", f"Side {number}", "", head, ""],
            "streg": ["", "", " " * (width // 2 - 3) + f"– {number} –", "", head, ""],
        }[foot][: 2 if last and foot == "side" else None if not last else 3]
    # Writers leave spaces at line ends here and there.
    out = [line + " " if n % 3 == 1 and line and "\f" not in line else line for n, line in enumerate(out)]
    text = "\n".join(out) + "\n"
    code = form.get("kode")
    if code == "cp1252":
        path.write_bytes(text.replace("\n", "\r\n").encode("cp1252"))
    elif code == "utf16":
        path.write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    else:
        path.write_bytes((b"\xef\xbb\xbf" if "bom" in form else b"") + text.encode())
    return breaks


def write_markdown(meeting, path):
    form = options(meeting)
    lines = []
    if "forord" in form:
        lines += ["---", f"title: {meeting['titel']}", f"date: {meeting['date']}", "---", ""]
    lines += [f"# {meeting['titel']}", ""]
    if "under" in meeting:
        lines += [f"*{meeting['under']}*", ""]
    for group, heading, members in meeting["groups"]:
        lines += [f"**{heading}**", ""] + [f"- {person_text(person, group)}" for person in members] + [""]
    for kind, text in joined(meeting):
        mark = {"item": "## ", "sub": "### "}.get(kind, "")
        lines += [f"**{text}**" if kind == "label" else mark + text, ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return []


def write_pdf(meeting, path):
    form, breaks = options(meeting), []
    foot = next((name for name in ("kommune", "streg") if name in form), "side")
    columns = 2 if "spalter" in form else 1
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    font, size, pitch = "Times-Roman", 10.5, 13
    wide = (A4[0] - 120 - (columns - 1) * 24) / columns
    fits = lambda bold: lambda line: stringWidth(line, "Times-Bold" if bold else font, size) <= wide
    rows = []  # (text, bold, space before, last line of its paragraph)

    def add(text, bold=False, space=0):
        lines = wrapping.wrap(text, fits(bold), breaks)
        rows.extend((line, bold, 0 if n else space, n + 1 == len(lines)) for n, line in enumerate(lines))

    add(meeting["titel"], True)
    if "under" in meeting:
        add(re.sub(" {2,}", ". ", meeting["under"]))
    for group, heading, members in meeting["groups"]:
        add(heading + ("" if foot == "side" else ":"), True, 8)
        add(", ".join(person_text(person, group) for person in members))
    before = "head"
    for kind, text in joined(meeting):
        add(text, kind != "text", 9 if kind in ("item", "sub") or before == kind == "text" else 4 if kind == "label" else 0)
        before = kind

    number, column, y = 0, columns, 0
    for text, bold, space, is_last in rows:
        if y - space < 75 or column == columns:
            column += 1
            if column >= columns:
                if number:
                    page.showPage()
                number, column = number + 1, 0
                page.setFont(font, 8)
                if number > 1 or foot == "side":
                    page.drawString(60, 800, running_head(meeting, foot))
                page.drawCentredString(A4[0] / 2, 36, f"– {number} –" if foot == "streg" else f"Side {number}")
            y, space = 765, 0
        y -= space
        line = page.beginText(60 + column * (wide + 24), y)
        line.setFont("Times-Bold" if bold else font, size)
        if "justeret" in form and not is_last and not bold and " " in text:
            line.setWordSpace((wide - stringWidth(text, font, size)) / text.count(" "))
        line.textOut(text)
        page.drawText(line)
        y -= pitch
    page.save()
    return breaks


def main():
    for folder in ("archive", "truth"):
        shutil.rmtree(HERE / folder, ignore_errors=True)
        (HERE / folder).mkdir()
    write = {"txt": write_text, "md": write_markdown, "pdf": write_pdf}
    n_meetings = n_statements = n_breaks = 0
    for source in sorted((HERE / "source").glob("*.txt")):
        for meeting in meetings(source):
            path = HERE / "archive" / meeting["fil"]
            path.parent.mkdir(exist_ok=True)
            told = truth(meeting)
            breaks = write[path.suffix[1:]](meeting, path)
            told["hyphens"] = [{"left": left, "right": right, "joined": whole} for left, right, whole in breaks]
            told["file"] = meeting["fil"]
            shown = json.dumps(told, ensure_ascii=False, indent=1)
            (HERE / "truth" / f"{path.stem}.json").write_text(shown + "\n", encoding="utf-8")
            n_meetings, n_breaks = n_meetings + 1, n_breaks + len(breaks)
            n_statements += len(told["statements"])
    print(f"{n_meetings} meetings, {n_statements} statements, {n_breaks} hyphens at line ends")


main()
