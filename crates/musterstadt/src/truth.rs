use crate::{Kind, Period, plan::Plan};

/// Since when a quarter is one of arrival, seen from the last half-year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// For ten years or more.
    Traditional,
    /// For five to less than ten years.
    New,
    /// For less than five years.
    Emerging,
    /// It was one, and is none any more.
    Former,
}

/// One planted arrival quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The key of the quarter today.
    pub quarter: String,
    /// Its phase at the end of the series.
    pub phase: Phase,
    /// The half-year from which it is one; `None` for since before the series begins.
    pub since: Option<Period>,
    /// The last half-year in which it was one.
    pub until: Option<Period>,
}

/// What was planted in the figures, so that tests can look for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// Arrival quarters; all others are none.
    pub arrival: Vec<Planted>,
    /// New building areas: much moving in, but not from abroad.
    pub new_building: Vec<String>,
    /// Quarters with much moving that is no arrival: students.
    pub university: Vec<String>,
    /// The quarter whose three sub-zones differ strongly, with their keys.
    pub contrast: Option<(String, [String; 3])>,
}

pub(crate) fn truth(plan: &Plan) -> Truth {
    let keys = |kind: Kind| {
        plan.quarters
            .iter()
            .filter(|quarter| quarter.kind == kind)
            .map(|quarter| quarter.id.clone())
            .collect::<Vec<_>>()
    };
    let arrival = plan
        .quarters
        .iter()
        .filter_map(|quarter| {
            let wave = quarter.wave.as_ref()?;
            Some(Planted {
                quarter: quarter.id.clone(),
                phase: wave.phase,
                since: wave.since,
                until: wave.until,
            })
        })
        .collect();
    let contrast = plan.quarters.iter().find(|quarter| quarter.contrast).map(|quarter| {
        let quarter = quarter.id.clone();
        let zones = [1, 2, 3].map(|zone| format!("{quarter}{zone:02}"));
        (quarter, zones)
    });
    Truth {
        arrival,
        new_building: keys(Kind::NewBuilding),
        university: keys(Kind::University),
        contrast,
    }
}
