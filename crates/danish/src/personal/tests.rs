//! Numbers of persons as people write them, and what only looks like one.

use super::*;

/// A small generator of numbers (Knuth's constants), so that every run tests the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn figures(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }

    /// Six figures that are a day.
    fn day(&mut self) -> String {
        format!("{:02}{:02}{:02}", 1 + self.below(28), 1 + self.below(12), self.below(100))
    }
}

fn found(text: &str) -> Vec<&str> {
    let found = personal_numbers(text, &[NumberKind::Cpr]);
    found.iter().filter_map(|number| text.get(number.range.clone())).collect()
}

#[test]
fn five_hundred_numbers_in_twelve_forms_are_all_found() {
    let mut dice = Dice(7);
    let mut by_form = [0; 12];
    for nth in 0..500 {
        let (day, serial) = (dice.day(), dice.figures(4));
        let [dd, mm, yy] = [&day[..2], &day[2..4], &day[4..]];
        let written = match nth % 12 {
            0 => format!("{day}-{serial}"),
            1 => format!("{day}{serial}"),
            2 => format!("{day} {serial}"),
            3 => format!("{day} - {serial}"),
            4 => format!("{day}–{serial}"),
            5 => format!("{day}-\n{serial}"),
            6 => format!("{dd}{mm}{yy}\u{2011}{serial}"),
            7 => format!("{dd}.{mm}.{yy}-{serial}"),
            8 => format!("{dd} {mm} {yy} {serial}"),
            9 => format!("{dd}/{mm}-{yy}-{serial}").replace("/", "-"),
            10 => format!("{day}\u{AD}-{serial}"),
            _ => format!("{day}\n{serial}"),
        };
        let around = [
            ("Ansøgeren, ", ", får støtte."),
            ("cpr.nr. ", " søger om plads."),
            ("Sagen om Ulla Brask (", ") blev udsat."),
            ("CPR: ", "\nAdresse: Havnevej 3"),
            ("født ", "."),
            ("Udvalget gav ", " afslag."),
        ];
        let (before, after) = around[(nth / 12) % around.len()];
        let text = format!("{before}{written}{after}");
        assert_eq!(found(&text), [written.as_str()], "{text:?}");
        let masked = masked(&text, &personal_numbers(&text, &[NumberKind::Cpr]));
        assert_eq!(masked.len(), text.len());
        assert!(!masked.contains(&serial) && !masked.contains(&day), "{masked}");
        by_form[nth % 12] += 1;
    }
    assert!(by_form.iter().all(|n| *n > 40));
}

#[test]
fn of_two_thousand_that_look_alike_none_is_taken() {
    let mut dice = Dice(11);
    for nth in 0..2000 {
        let (day, four) = (dice.day(), dice.figures(4));
        let year = 1990 + dice.below(40);
        let text = match nth % 25 {
            0 => format!("Sagsnr. {day}-{four}, behandles den 3. maj."),
            1 => format!("j.nr. {day}-{four}"),
            2 => format!("Journalnr.: {day}{four} og {}-{}", dice.day(), dice.figures(4)),
            3 => format!("Sag {year}-{day}-{four} er sendt i høring"),
            4 => format!("Sagsnummer {:02}/{}", dice.below(30), dice.figures(5)),
            5 => format!(
                "KLE {:02}.{:02}.{:02}-P20-{}-{:02}",
                dice.below(99),
                dice.below(20),
                dice.below(20),
                1 + dice.below(9),
                dice.below(30)
            ),
            6 => format!("tlf. {} {}", dice.figures(4), dice.figures(4)),
            7 => format!("Telefon +45{}", dice.figures(8)),
            8 => format!(
                "Ring på {} {} {} {} inden fredag",
                20 + dice.below(70),
                10 + dice.below(90),
                10 + dice.below(90),
                10 + dice.below(90)
            ),
            9 => format!("EAN-nr. 57980{}", dice.figures(8)),
            10 => format!("CVR-nr. {}", dice.figures(8)),
            11 => format!(
                "Mødet den {:02}.{:02}.{year} kl. 14.30",
                1 + dice.below(28),
                1 + dice.below(12)
            ),
            12 => format!(
                "fra {:02}/{:02} {year} til {:02}/{:02} {}",
                1 + dice.below(28),
                1 + dice.below(12),
                1 + dice.below(28),
                1 + dice.below(12),
                year + 1
            ),
            13 => format!(
                "{}.{}.{},00 kr.",
                1 + dice.below(99),
                100 + dice.below(900),
                100 + dice.below(900)
            ),
            14 => format!("i alt {day} {four} kr."),
            15 => format!("reg. {} konto {day}{four}", dice.figures(4)),
            16 => format!("overføres til {}-{day}{four}", dice.figures(4)),
            17 => format!("Faktura {day}{four} er betalt"),
            18 => format!("Kontonr. {day}-{four}"),
            19 => format!("Budget {day} {four} {}", dice.figures(4)),
            20 => format!("P-nummer {day}{four}"),
            21 => format!("ISBN 978-87-{}-{}-{}", dice.figures(5), dice.figures(2), dice.below(10)),
            22 => format!("Dok.nr. {day}-{four}-{}", 1 + dice.below(9)),
            23 => format!("matr.nr. {}{} og {}-{}", 1 + dice.below(99), "a", year, dice.figures(6)),
            _ => format!(
                "perioden {year}-{} koster {} {} {}",
                year + 4,
                1 + dice.below(99),
                dice.figures(3),
                dice.figures(3)
            ),
        };
        assert_eq!(found(&text), [] as [&str; 0], "{text:?}");
    }
}

#[test]
fn what_is_and_is_not_a_civil_registration_number() {
    for (text, expected) in [
        ("Cpr-nr. 010190-1234 og 020290-2345", &["010190-1234", "020290-2345"][..]),
        ("C.P.R. 01 01 90 - 1234", &["01 01 90 - 1234"]),
        ("01.01.1990-1234", &["01.01.1990-1234"]),
        ("01011990-1234", &["01011990-1234"]),
        ("010190-1AB2 er et erstatningsnummer", &["010190-1AB2"]),
        ("cpr 610190-1234", &["610190-1234"]),
        ("cprnr.0101901234", &["0101901234"]),
        ("CPR-nummer (ti cifre): 0101901234", &["0101901234"]),
        ("cpr. 0 1 0 1 9 0 - 1 2 3 4", &["0 1 0 1 9 0 - 1 2 3 4"]),
        ("0 1 0 1 9 0 - 1 2 3 4", &["0 1 0 1 9 0 - 1 2 3 4"]),
        ("010190-1234,020290-2345", &["010190-1234", "020290-2345"]),
        ("010190-1234/020290-2345", &["010190-1234", "020290-2345"]),
        ("| Ulla Brask | 010190-1234 | 4.500 kr. |", &["010190-1234"]),
        ("Ulla Brask\t010190-1234\t4500", &["010190-1234"]),
        // A day that is none; 29 February by the century of the seventh figure.
        ("320190-1234 og 011390-1234", &[]),
        ("290200-4234", &["290200-4234"]),
        ("290200-1234", &[]),
        // Masked already, or the last four not given.
        ("010190-xxxx", &[]),
        // Called something else.
        ("sagsnr. 010190-1234 og 020290-2345", &[]),
        ("sagsnr. 18/02451: ansøgeren 010190-1234", &["010190-1234"]),
        ("den 150321 kl. 1430", &[]),
        ("15.03.21 2500 kr.", &[]),
        ("år 2021-2022", &[]),
        ("1234567890123", &[]),
        ("", &[]),
    ] {
        assert_eq!(found(text), expected, "{text:?}");
    }
}

#[test]
fn accounts_and_telephones_are_found_when_asked_for() {
    let all = [NumberKind::Account, NumberKind::Phone];
    for (text, expected) in [
        ("reg.nr. 4321 kontonr. 0001234567", &["4321 kontonr. 0001234567"][..]),
        ("Beløbet sættes på konto 4321-1234567.", &["4321-1234567"]),
        ("4321 0001234567", &["4321 0001234567"]),
        ("IBAN DK50 0040 0440 1162 43", &["50 0040 0440 1162 43"]),
        ("tlf. 12345678", &["12345678"]),
        ("Telefon: 1234 5678", &["1234 5678"]),
        ("ring 22 33 44 55", &["22 33 44 55"]),
        ("+45 22334455", &["45 22334455"]),
        ("Sagsnr. 22334455", &[]),
        ("CVR 22334455", &[]),
        ("EAN 5798000123456", &[]),
        ("22 33 44 55 66", &[]),
        ("22 334 455 kr.", &[]),
        ("den 3. maj 2021", &[]),
    ] {
        let found = personal_numbers(text, &all);
        let found: Vec<&str> = found.iter().filter_map(|n| text.get(n.range.clone())).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}
