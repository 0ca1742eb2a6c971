## The plan of costs and financing by kinds of cost and years

ausgabeart-staff = Staff
ausgabeart-material = Materials and running costs
ausgabeart-contracts = Fees and contracts
ausgabeart-investment = Investments
ausgabeart-other = Other

plan-nach-arten = Costs by kind and year
    .hinweis = Funders mostly ask for it. What you know is enough; together it should be what the measure costs. The years are those in which the measure runs.
plan-nach-jahren = In which year the money comes
    .hinweis = Calendar years, as far as they are known. What is left is paid by the city.
plan-ohne-jahr = without a year
plan-nicht-aufgeteilt = not divided
plan-ausgaben = Plan of costs
plan-ausgabeart = Kind of cost
plan-gesamtkosten = Total costs
plan-finanzierung = Plan of financing
plan-gesamtfinanzierung = Total financing
plan-anteil = Share
plan-luecke-kosten-mehr = The costs by kind are together { $betrag } more than the measure costs.
plan-luecke-kosten-weniger = { $betrag } of the costs have no kind yet.
plan-luecke-geber-mehr = { $geber }: the years are together { $betrag } more than the amount.
plan-luecke-geber-weniger = { $geber }: { $betrag } have no year yet.
