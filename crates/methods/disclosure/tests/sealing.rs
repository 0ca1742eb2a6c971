//! Laws of what is stored: it comes back as it was, and nothing altered comes back.

use ankunft_disclosure::{
    Audience, Base, Cell, Column, Declaration, DeclarationError, Head, Nutzung, Policy, ReleaseKey,
    Released, SealRefused, Sealed, Unprotected, admit, round,
};
use proptest::prelude::*;

const KEY: ReleaseKey = ReleaseKey::new([7; 32]);

fn cell() -> impl Strategy<Value = Cell> {
    let number = any::<u64>().prop_filter_map("a number", |bits| Cell::of(f64::from_bits(bits)));
    let figure = prop_oneof![
        4 => number,
        1 => Just(Cell::ZERO),
        1 => Just(Cell::SUPPRESSED),
        1 => Just(Cell::MISSING),
    ];
    (figure, any::<bool>()).prop_map(|(cell, mark)| if mark { cell.unreliable() } else { cell })
}

fn column() -> impl Strategy<Value = Column> {
    (prop::collection::vec(cell(), 0..20), cell())
        .prop_map(|(cells, total)| Column { cells, total })
}

/// Texts with what a careless encoding stumbles over.
fn text() -> impl Strategy<Value = String> {
    "[0-9:äöüß§\u{1f3e0}a-z\\n ]{0,12}x"
}

fn declaration() -> impl Strategy<Value = Declaration> {
    let date = (1900..2100_u32, 1..=12_u32, 1..=28_u32)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    (text(), text(), date).prop_map(|(rule, office, date)| Declaration { rule, office, date })
}

fn policy() -> impl Strategy<Value = Policy> {
    prop_oneof![
        Just(Policy::Rounded(Base::Five)),
        Just(Policy::Rounded(Base::Ten)),
        declaration().prop_map(Policy::AlreadyProtected),
    ]
}

fn nutzung() -> impl Strategy<Value = Nutzung> {
    prop::sample::select(Nutzung::ALL.to_vec())
}

fn head(declaration: Declaration, nutzung: Nutzung) -> Head {
    Head {
        tenant: 312,
        release: 9,
        area_version: 4,
        indicator_version: 5,
        period: "2020-12-31".to_owned(),
        policy: Policy::AlreadyProtected(declaration),
        nutzung,
    }
}

fn sealed(column: Column, declaration: &Declaration, nutzung: Nutzung) -> (Head, Sealed) {
    let head = head(declaration.clone(), nutzung);
    let released = admit(column, declaration, nutzung).expect("a whole declaration");
    let sealed = head.seal(&released, &KEY).expect("head and column agree");
    (head, sealed)
}

proptest! {
    #[test]
    fn a_column_comes_back_as_it_was(column in column()) {
        prop_assert_eq!(Column::decode(&column.encode()), Some(column));
    }

    #[test]
    fn bytes_are_read_only_if_they_were_written(bytes in prop::collection::vec(prop_oneof![0..4_u8, any::<u8>()], 0..100)) {
        if let Some(column) = Column::decode(&bytes) {
            prop_assert_eq!(column.encode(), bytes);
        }
    }

    #[test]
    fn a_policy_comes_back_from_its_code(policy in policy()) {
        prop_assert_eq!(Policy::from_code(&policy.code()), Some(policy));
    }

    #[test]
    fn a_code_is_read_only_if_it_was_written(code in "(declared|round):[0-9:a-zü\\-+ ]{0,30}") {
        if let Some(policy) = Policy::from_code(&code) {
            prop_assert_eq!(policy.code(), code);
        }
    }

    #[test]
    fn a_sealed_column_opens_with_its_policy_and_circle(
        column in column(), declaration in declaration(), nutzung in nutzung(),
    ) {
        let (head, sealed) = sealed(column.clone(), &declaration, nutzung);
        let opened = head.open(&sealed, &KEY).expect("unaltered");
        prop_assert_eq!(opened.show(Audience::StatisticsOffice), Some(&column));
        prop_assert_eq!(opened.policy(), Some(&head.policy));
        prop_assert_eq!(opened.nutzung(), nutzung);
    }

    #[test]
    fn one_bit_of_figures_or_seal_breaks_it(
        column in column(), declaration in declaration(), place in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let (head, mut sealed) = sealed(column, &declaration, Nutzung::Public);
        let length = sealed.bytes.len();
        match place.index(length + 32) {
            at if at < length => sealed.bytes[at] ^= 1_u8 << bit,
            at => sealed.seal[at - length] ^= 1_u8 << bit,
        }
        prop_assert!(head.open(&sealed, &KEY).is_err());
    }

    #[test]
    fn one_bit_of_the_head_breaks_it(
        column in column(), declaration in declaration(), field in 0..4, bit in 0..64_u32, at in 0..10_usize,
    ) {
        let (head, sealed) = sealed(column, &declaration, Nutzung::Administration);
        let mut altered = head.clone();
        let number = match field {
            0 => &mut altered.tenant,
            1 => &mut altered.release,
            2 => &mut altered.area_version,
            _ => &mut altered.indicator_version,
        };
        *number ^= 1_i64 << bit;
        prop_assert!(altered.open(&sealed, &KEY).is_err());

        let mut period = head.period.clone().into_bytes();
        period[at] ^= 1;
        let period = String::from_utf8(period).expect("still ASCII");
        altered = Head { period, ..head };
        prop_assert!(altered.open(&sealed, &KEY).is_err());
    }

    #[test]
    fn another_policy_or_circle_breaks_it(
        column in column(), one in declaration(), other in policy(), nutzung in nutzung(), wider in nutzung(),
    ) {
        let (head, sealed) = sealed(column, &one, nutzung);
        if wider != nutzung {
            let altered = Head { nutzung: wider, ..head.clone() };
            prop_assert!(altered.open(&sealed, &KEY).is_err());
        }
        if other != head.policy {
            let altered = Head { policy: other, ..head };
            prop_assert!(altered.open(&sealed, &KEY).is_err());
        }
    }

    #[test]
    fn together_they_are_for_the_narrower_circle(
        one in nutzung(), other in nutzung(), left in declaration(), right in declaration(),
    ) {
        let column = |declaration: &Declaration, nutzung| {
            let column = Column { cells: vec![Cell::ZERO], total: Cell::ZERO };
            admit(column, declaration, nutzung).expect("a whole declaration")
        };
        let both = column(&left, one).zip(column(&right, other));
        for reader in [Audience::StatisticsOffice, Audience::Administration, Audience::Programme, Audience::Public] {
            let allowed = one.includes(reader) && other.includes(reader);
            prop_assert_eq!(both.show(reader).is_some(), allowed);
        }
        for declaration in [left, right] {
            prop_assert!(both.policies().contains(&Policy::AlreadyProtected(declaration)));
        }
        prop_assert_eq!(both.policy(), None);
    }
}

fn example() -> Declaration {
    Declaration {
        rule: "5er-Rundung".to_owned(),
        office: "Amt für Statistik Berlin-Brandenburg".to_owned(),
        date: "2024-02-29".to_owned(),
    }
}

#[test]
fn another_key_opens_nothing() {
    let column = Column { cells: vec![Cell::ZERO], total: Cell::ZERO };
    let (head, sealed) = sealed(column, &example(), Nutzung::Public);
    assert!(head.open(&sealed, &ReleaseKey::new([8; 32])).is_err());
}

#[test]
fn a_head_that_says_something_else_does_not_seal() {
    let column = Unprotected::new(Column { cells: vec![Cell::ZERO], total: Cell::ZERO });
    let column = round(&column, Base::Five, Nutzung::Administration).unwrap();
    let head = |policy, nutzung| Head { policy, ..head(example(), nutzung) };
    let five = Policy::Rounded(Base::Five);
    let refusal = |head: Head, column: &Released<Column>| head.seal(column, &KEY).unwrap_err();

    let wider = head(five.clone(), Nutzung::Public);
    let widened =
        SealRefused::OtherNutzung { released: Nutzung::Administration, head: Nutzung::Public };
    assert_eq!(refusal(wider, &column), widened);
    let ten = head(Policy::Rounded(Base::Ten), Nutzung::Administration);
    assert_eq!(refusal(ten, &column), SealRefused::OtherPolicy);
    let derived = column.map(|it| it);
    let right = head(five, Nutzung::Administration);
    assert_eq!(refusal(right, &derived), SealRefused::Derived);
}

#[test]
fn a_declaration_names_rule_office_and_day() {
    let refusal = |declaration: Declaration| {
        let column = Column { cells: vec![], total: Cell::ZERO };
        admit(column, &declaration, Nutzung::Public).err()
    };
    assert_eq!(refusal(example()), None);
    let blank = || " ".to_owned();
    assert_eq!(refusal(Declaration { rule: blank(), ..example() }), Some(DeclarationError::NoRule));
    assert_eq!(
        refusal(Declaration { office: blank(), ..example() }),
        Some(DeclarationError::NoOffice)
    );
    for date in [
        "",
        "2023-02-29",
        "1900-02-29",
        "2024-13-01",
        "2024-04-31",
        "2024-4-30",
        "24-04-30",
        "2024-00-10",
        "+024-01-01",
    ] {
        let declaration = Declaration { date: date.to_owned(), ..example() };
        assert_eq!(refusal(declaration), Some(DeclarationError::NoDay), "{date}");
    }
}

#[test]
fn what_is_not_built_is_not_read() {
    for code in [
        "threshold:3",
        "threshold:3:complementary",
        "cell-key:5:3",
        "round:3",
        "round:05",
        "none",
        "",
    ] {
        assert_eq!(Policy::from_code(code), None, "{code}");
    }
}

#[test]
fn a_key_does_not_print_its_secret() {
    assert_eq!(format!("{KEY:?}"), "ReleaseKey(secret)");
}
