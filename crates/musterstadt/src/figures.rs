use std::{iter::Sum, ops::AddAssign};

/// Columns of the origin table: Germany first, then fifteen groups of foreign nationalities.
pub const ORIGINS: [&str; 16] = [
    "deutschland",
    "tuerkei",
    "polen",
    "rumaenien",
    "bulgarien",
    "italien",
    "griechenland",
    "westbalkan",
    "russland",
    "ukraine",
    "syrien",
    "afghanistan",
    "uebrige_eu",
    "afrika",
    "uebriges_asien",
    "sonstige",
];

/// Columns of the age table.
pub const AGES: [&str; 8] = [
    "alter_0_5",
    "alter_6_14",
    "alter_15_17",
    "alter_18_26",
    "alter_27_44",
    "alter_45_54",
    "alter_55_64",
    "alter_65_mehr",
];

/// Columns of the table of residence at the address.
pub const RESIDENCE: [&str; 4] =
    ["unter_1_jahr", "1_bis_unter_5_jahre", "5_bis_unter_10_jahre", "10_jahre_und_mehr"];

/// The unprotected counts of one area and half-year. Stocks are of its last day, flows of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Residents by nationality, as [`ORIGINS`].
    pub origins: [u64; 16],
    /// Residents by age, as [`AGES`].
    pub ages: [u64; 8],
    /// Residents by years at the address, as [`RESIDENCE`].
    pub residence: [u64; 4],
    /// What changed the population since the half-year before.
    pub flows: Flows,
    /// People in households with benefits of SGB II.
    pub sgb2: u64,
    /// Children under 15 among them.
    pub sgb2_children: u64,
}

/// Movements of half a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flows {
    /// Arrivals from abroad.
    pub from_abroad: u64,
    /// Arrivals from elsewhere in Germany.
    pub from_elsewhere: u64,
    /// Departures out of the city.
    pub departures: u64,
    /// Moves within the city, in; counted between sub-zones.
    pub within_in: u64,
    /// Moves within the city, out; counted between sub-zones.
    pub within_out: u64,
    /// Births.
    pub births: u64,
    /// Deaths.
    pub deaths: u64,
    /// Foreigners who became Germans.
    pub naturalised: u64,
    /// People signed off by the office in a clean-up of the register.
    pub signed_off: u64,
}

impl Figures {
    /// All residents.
    #[must_use]
    pub fn population(&self) -> u64 {
        self.origins.iter().sum()
    }

    /// Residents with German nationality.
    #[must_use]
    pub fn germans(&self) -> u64 {
        self.origins[0]
    }

    /// Residents without German nationality.
    #[must_use]
    pub fn foreigners(&self) -> u64 {
        self.origins[1..].iter().sum()
    }
}

impl Flows {
    /// What came in, births included.
    #[must_use]
    pub fn gains(&self) -> u64 {
        self.from_abroad + self.from_elsewhere + self.within_in + self.births
    }

    /// What went out, deaths and the register's clean-up included.
    #[must_use]
    pub fn losses(&self) -> u64 {
        self.departures + self.within_out + self.deaths + self.signed_off
    }
}

impl AddAssign<&Figures> for Figures {
    fn add_assign(&mut self, other: &Figures) {
        add(&mut self.origins, &other.origins);
        add(&mut self.ages, &other.ages);
        add(&mut self.residence, &other.residence);
        self.flows += other.flows;
        self.sgb2 += other.sgb2;
        self.sgb2_children += other.sgb2_children;
    }
}

impl AddAssign for Flows {
    fn add_assign(&mut self, other: Self) {
        self.from_abroad += other.from_abroad;
        self.from_elsewhere += other.from_elsewhere;
        self.departures += other.departures;
        self.within_in += other.within_in;
        self.within_out += other.within_out;
        self.births += other.births;
        self.deaths += other.deaths;
        self.naturalised += other.naturalised;
        self.signed_off += other.signed_off;
    }
}

impl<'a> Sum<&'a Figures> for Figures {
    fn sum<I: Iterator<Item = &'a Figures>>(parts: I) -> Self {
        parts.fold(Self::default(), |mut whole, part| {
            whole += part;
            whole
        })
    }
}

fn add(to: &mut [u64], from: &[u64]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}
