//! Agendas, and the items that are read from each.

use super::{check, items, meeting};

#[test]
fn agendas() {
    let mut wrong = Vec::new();
    for (text, want) in [
        ("1. Velkomst\nTekst.\n\n2. Budget\nTekst.", &["1 Velkomst", "2 Budget"][..]),
        ("1) Velkomst\nTekst.\n2) Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        ("Ad 1 Velkomst\nTekst.\n\nAd 2 Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        (
            "Punkt 1: Velkomst\nTekst.\n\nPunkt 2: Budget (B)\nTekst.",
            &["1 Velkomst", "2 Budget [B]"],
        ),
        ("Pkt. 1 Velkomst\nTekst.\n\nPkt. 2 Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        ("4.1. Velkomst\nTekst.\n\n4.2. Budget\nTekst.", &["4.1 Velkomst", "4.2 Budget"]),
        (
            "1. Meddelelser\n1.1 Havnen\nTekst.\n1.2 Stien\nTekst.\n2. Budget\nTekst.",
            &["1 Meddelelser", "1.1 Havnen", "1.2 Stien", "2 Budget"],
        ),
        ("§ 1 Velkomst\nTekst.\n\n§ 2 Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        (
            "1. Forslag\n\na) Om hunde\nTekst.\n\nb) Om katte\nTekst.\n\n2. Eventuelt\nTekst.",
            &["1 Forslag", "1.a Om hunde", "1.b Om katte", "2 Eventuelt"],
        ),
        (
            "Dagsorden:\n1. Velkomst\n2. Budget (B)\n3. Eventuelt\n\n1. Velkomst\nFormanden bød velkommen.\n\n2. Budget\nBudgettet blev godkendt.\n\n3. Eventuelt\nIntet.",
            &["1 Velkomst", "2 Budget [B]", "3 Eventuelt"],
        ),
        (
            "Dagsorden:\n1. Velkomst\n2. Budget\n3. Eventuelt\n\nAd 1.\nFormanden bød velkommen.\n\nAd 2.\nBudgettet blev godkendt.\n\nAd 3.\nIntet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "Dagsorden\n1. Velkomst\n2. Budget\n3. Eventuelt\n\n1. Formanden bød velkommen til alle.\n2. Budgettet blev godkendt.\n3. Der var intet under punktet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "Dagsorden\n1. Velkomst\n2. Budget\n3. Eventuelt\n\nVelkomst\nFormanden bød velkommen.\n\nBudget\nBudgettet blev godkendt.\n\nEventuelt\nIntet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "**Velkomst**\nTekst.\n\n**Budget 2023**\nTekst.\n\n**Eventuelt**\nTekst.",
            &["1 Velkomst", "2 Budget 2023", "3 Eventuelt"],
        ),
        (
            "## Velkomst\nTekst.\n\n## Budget 2023\nTekst.\n\n### Baggrunden\nTekst.",
            &["1 Velkomst", "2 Budget 2023", "2.1 Baggrunden"],
        ),
        ("## 1. Velkomst\nTekst.\n\n## 2. Budget 2023\nTekst.", &["1 Velkomst", "2 Budget 2023"]),
        (
            "Velkomst:\nTekst.\n\nBudget 2023:\nTekst.\n\nEventuelt:\nTekst.",
            &["1 Velkomst", "2 Budget 2023", "3 Eventuelt"],
        ),
        (
            "Velkomst\nFormanden bød velkommen til mødet.\n\nGodkendelse af referat\nReferatet blev godkendt.\n\nEventuelt\nIntet.",
            &["1 Velkomst", "2 Godkendelse af referat", "3 Eventuelt"],
        ),
        (
            "1. Valg af dirigent. Bestyrelsen foreslog Bo Holm, som blev valgt.\n2. Beretning. Formanden aflagde beretning.",
            &["1 Valg af dirigent", "2 Beretning"],
        ),
        (
            "1. Valg af dirigent: Bo Holm blev valgt.\n2. Beretning: Formanden aflagde beretning.",
            &["1 Valg af dirigent", "2 Beretning"],
        ),
        (
            "1. Budget 2023 (til beslutning)\nTekst.\n\n2. Havnen – til orientering\nTekst.",
            &["1 Budget 2023 [B]", "2 Havnen [O]"],
        ),
        (
            "1. Drøftelse af strategien\nfor den nye havn\nFormanden indledte drøftelsen om sagen.\n\n2. Eventuelt\nIntet.",
            &["1 Drøftelse af strategien for den nye havn", "2 Eventuelt"],
        ),
        (
            "1. Valg af dirigent\n2. Beretning\nFormanden aflagde beretning.\n3. Eventuelt\nIntet.",
            &["1 Valg af dirigent", "2 Beretning", "3 Eventuelt"],
        ),
        (
            "1. Cykelsti\n\nIndstilling\nForvaltningen indstiller,\n1. at stien anlægges, og\n2. at udgiften afholdes.\n\nBeslutning\nGodkendt.\n\n2. Budget\n\nBeslutning\nGodkendt.",
            &["1 Cykelsti", "2 Budget"],
        ),
        (
            "1. Cykelsti\n\nIndstilling\nForvaltningen indstiller:\n1. Stien anlægges i 2024.\n2. Udgiften afholdes af puljen.\n\nBeslutning\nGodkendt.\n\n2. Budget\n\nBeslutning\nGodkendt.\n\n3. Eventuelt\nIntet.",
            &["1 Cykelsti", "2 Budget", "3 Eventuelt"],
        ),
        (
            "1. Orientering\nFormanden nævnte tre ting:\n1. havnen\n2. stien\n3. broen\n\n2. Budget\nGodkendt.",
            &["1 Orientering", "2 Budget"],
        ),
        (
            "1.\nVelkomst\n\nFormanden bød velkommen.\n\n2.\nBudget\n\nBudgettet blev godkendt.",
            &["1 Velkomst", "2 Budget"],
        ),
        ("Sag nr. 1: Ny sti\nGodkendt.\n\nSag nr. 2: Ny bro\nGodkendt.", &["1 Ny sti", "2 Ny bro"]),
        (
            "0. Velkomst\nTekst.\n\n1. Meddelelser (O)\n\n1. Havnen\nTekst.\n\n2. Stien\nTekst.\n\n2. Plan (B)\nTekst.",
            &["0 Velkomst", "1 Meddelelser [O]", "1.1 Havnen", "1.2 Stien", "2 Plan [B]"],
        ),
        (
            "1. valg af dirigent\nBo blev valgt.\n\n2. beretning\nFormanden aflagde beretning.",
            &["1 valg af dirigent", "2 beretning"],
        ),
        (
            "I. Velkomst\nTekst.\n\nII. Budget\nTekst.\n\nIII. Eventuelt\nTekst.",
            &["I Velkomst", "II Budget", "III Eventuelt"],
        ),
        (
            "Ad dagsordenens punkt 1: Velkomst\nTekst.\n\nAd dagsordenens punkt 2: Budget\nTekst.",
            &["1 Velkomst", "2 Budget"],
        ),
        (
            "Dagsordenens pkt. 1: Velkomst\nTekst.\n\nDagsordenens pkt. 2: Budget\nTekst.",
            &["1 Velkomst", "2 Budget"],
        ),
        (
            "1 - Velkomst\nTekst.\n\n2 - Økonomi\n\na. Regnskab\nTekst.\n\nb. Budget\nTekst.\n\n3 - Eventuelt\nIntet.",
            &["1 Velkomst", "2 Økonomi", "2.a Regnskab", "2.b Budget", "3 Eventuelt"],
        ),
        (
            "I. FRA UDVALGET\n\n1. Havnen.\nTekst.\n\n2. Stien.\nTekst.\n\nII. FRA RÅDET\n\n3. Broen.\nTekst.\n\nIII. EVENTUELT\nIntet.",
            &[
                "I FRA UDVALGET",
                "I.1 Havnen",
                "I.2 Stien",
                "II FRA RÅDET",
                "II.3 Broen",
                "III EVENTUELT",
            ],
        ),
        (
            "6. Havnen\nTekst.\n\n6b. Stien\nTekst.\n\n7. Eventuelt\nIntet.",
            &["6 Havnen", "6b Stien", "7 Eventuelt"],
        ),
        (
            "Dagsorden:\n1. Velkomst\n2. Havnen\n3. Stien\n4. Eventuelt\n\nAd 1. Velkomst\nTekst.\n\nAd 3. Stien\nTekst.\n\nAd 2. Havnen\nTekst.\n\nAd 4. Eventuelt\nIntet.",
            &["1 Velkomst", "3 Stien", "2 Havnen", "4 Eventuelt"],
        ),
        (
            "Dagsorden:\n1) Velkomst\n2) Orientering\n3) Eventuelt\n\nAd 1)\nTekst.\n\nAd 2)\n\na) Havnen og stien\nTekst.\n\nb) Broen\nTekst.\n\nAd 3)\nIntet.",
            &["1 Velkomst", "2 Orientering", "2.a Havnen og stien", "2.b Broen", "3 Eventuelt"],
        ),
        (
            "Regnskabet for 1953.\nHolm forelagde regnskabet, og det godkendtes.\n\nDyrskuet.\nFormanden oplyste, at vejen bliver asfalteret.\n\nEventuelt.\nHolm spurgte til havnen.",
            &["1 Regnskabet for 1953", "2 Dyrskuet", "3 Eventuelt"],
        ),
        (
            "Dagsorden:\n• Velkomst\n• Budget\n• Eventuelt\n\nVelkomst\nFormanden bød velkommen.\n\nBudget\nGodkendt.\n\nEventuelt\nIntet.",
            &["1 Velkomst", "2 Budget", "3 Eventuelt"],
        ),
        (
            "Velkomst: Formanden bød velkommen til mødet.\n\nØkonomi: Ea Friis gennemgik økonomien.\n\nEventuelt: Intet.",
            &["1 Velkomst", "2 Økonomi", "3 Eventuelt"],
        ),
        (
            "PROTOKOL:\nProtokollen blev læst op og underskrevet.\n\nHAVNEN:\nBo Holm fortalte om arbejdet.\n\nEVENTUELT:\nIntet.",
            &["1 PROTOKOL", "2 HAVNEN", "3 EVENTUELT"],
        ),
        (
            "1. Orientering\na.\tBo Holm orienterede om havnen.\nb.\tEa Friis orienterede om stien.\n\n2. Eventuelt\nIntet.",
            &["1 Orientering", "2 Eventuelt"],
        ),
        (
            "Velkomst\nTekst om dagen i dag.\n\nEventuelt\nIntet.\n\nAction points\nHvem    Hvad\nBH      Havnen",
            &["1 Velkomst", "2 Eventuelt"],
        ),
        ("01. Velkomst\nTekst.\n\n02. Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        ("(1) Velkomst\nTekst.\n\n(2) Budget\nTekst.", &["1 Velkomst", "2 Budget"]),
        (
            "Dagsordenspunkt 1\nVelkomst\nFormanden bød velkommen til mødet.\n\nDagsordenspunkt 2\nBudget\nBudgettet blev godkendt af alle.",
            &["1 Velkomst", "2 Budget"],
        ),
        (
            "1. Godkendelse af dagsorden\nGodkendt.\n\n2. Mødet i marts\nDet blev aftalt at mødes\n12. marts 2023 kl. 19.\n\n3. Eventuelt\nIntet.",
            &["1 Godkendelse af dagsorden", "2 Mødet i marts", "3 Eventuelt"],
        ),
    ] {
        let document = format!(
            "Referat af møde i Rådet den 3. marts 2021\n\nTil stede: Bo Holm, Ea Friis\n\n{text}\n"
        );
        check(&mut wrong, text, &items(&meeting(&document)), want);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
