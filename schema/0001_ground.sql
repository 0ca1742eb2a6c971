-- The ground: tenants, the register, accounts, the change log, datasets, releases, citations, jobs.
--
-- One history for SQLite and PostgreSQL. Only types that both take and give back the same:
-- bigint, smallint (yes/no), double precision, bytea, text. Instants are bigint microseconds UTC,
-- dates ISO text. Every table of a city carries its tenant.

create table tenant (
    id bigint primary key,
    kind text not null check (kind in ('kommune', 'programme', 'research')),
    slug text not null unique,
    name text not null,
    ags text unique,
    language text not null,
    created_at bigint not null
);

-- The city's own structure: Dezernat, Amt, Referat.
create table unit (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    parent bigint references unit (id),
    kind text not null,
    name text not null
);
create index unit_tenant on unit (tenant);

-- A Stelle. Duties belong to it, not to the person who holds it.
create table post (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    unit bigint references unit (id),
    title text not null,
    closed_on text
);
create index post_tenant on post (tenant);

create table person (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    name text not null,
    email text
);
create index person_tenant on person (tenant);

-- Who holds a Stelle (holder) or stands in for it (substitute), from and to, both days included.
create table tenure (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    post bigint not null references post (id),
    person bigint not null references person (id),
    kind text not null check (kind in ('holder', 'substitute')),
    from_date text not null,
    to_date text
);
create index tenure_post on tenure (tenant, post);

create table organisation (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    name text not null,
    kind text not null,
    website text
);
create index organisation_tenant on organisation (tenant);

create table account (
    id bigint primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    language text not null,
    disabled smallint not null default 0,
    created_at bigint not null
);

-- What an account may be in a tenant. The person links it to the register.
create table membership (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    account bigint not null references account (id),
    role text not null,
    person bigint references person (id),
    organisation bigint references organisation (id),
    unique (tenant, account, role)
);
create index membership_account on membership (account);

create table session (
    token_hash bytea primary key,
    account bigint not null references account (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    address text not null,
    agent text not null
);
create index session_account on session (account);

-- Every change is one transaction with its entry here. Before and after are salted hashes.
create table change_entry (
    id bigint primary key,
    tenant bigint references tenant (id),
    at bigint not null,
    account bigint,
    post bigint,
    role text,
    action text not null,
    thing_kind text not null,
    thing text not null,
    note text not null,
    salt bytea not null,
    before_hash bytea,
    after_hash bytea,
    request text not null
);
create index change_entry_tenant on change_entry (tenant, at);
create index change_entry_thing on change_entry (tenant, thing_kind, thing);

-- A kind of area units: Planungsräume, Quartiere, Teilgebiete.
create table geography (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    code text not null,
    name text not null,
    rank bigint not null,
    unique (tenant, code)
);

-- Area units as they stand from a day to a day. The order of position is the order of the
-- cells in every column of figures.
create table area_version (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    geography bigint not null references geography (id),
    label text not null,
    valid_from text not null,
    valid_to text,
    source text not null,
    licence text not null,
    file_hash bytea not null,
    map text not null,
    accepted_at bigint not null
);
create index area_version_geography on area_version (tenant, geography);

create table area (
    area_version bigint not null references area_version (id),
    position bigint not null,
    tenant bigint not null references tenant (id),
    code text not null,
    name text not null,
    parent text,
    outline bytea not null,
    area_m2 double precision not null,
    primary key (area_version, position),
    unique (area_version, code)
);

create table crosswalk (
    tenant bigint not null references tenant (id),
    from_version bigint not null references area_version (id),
    to_version bigint not null references area_version (id),
    from_code text not null,
    to_code text not null,
    weight double precision not null check (weight > 0 and weight <= 1),
    method text not null check (method in ('list', 'overlay')),
    primary key (from_version, to_version, from_code, to_code)
);

-- A file that somebody has brought and nobody has accepted yet.
create table upload (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    account bigint,
    post bigint,
    file_name text not null,
    hash bytea not null,
    size bigint not null,
    kind text not null,
    answers text not null,
    created_at bigint not null
);
create index upload_tenant on upload (tenant);

create table upload_part (
    upload bigint not null references upload (id),
    number bigint not null,
    tenant bigint not null references tenant (id),
    bytes bytea not null,
    primary key (upload, number)
);

-- How the columns of a kind of file map to indicators, as somebody once said.
create table mapping (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    code text not null,
    profile text not null,
    created_at bigint not null,
    unique (tenant, code)
);

-- Its name is what the city calls it, if it is none of those that the program knows by name.
create table indicator (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    code text not null,
    name text,
    unique (tenant, code)
);

-- A definition never changes; a new one is a new version.
create table indicator_version (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    indicator bigint not null references indicator (id),
    number bigint not null,
    definition text not null,
    unique (indicator, number)
);

create table dataset (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    code text not null,
    title text not null,
    unique (tenant, code)
);

-- What was accepted once. Its number is the Datenstand of the city.
create table dataset_version (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    dataset bigint not null references dataset (id),
    number bigint not null,
    predecessor bigint references dataset_version (id),
    area_version bigint not null references area_version (id),
    file_name text not null,
    file_hash bytea not null,
    profile text not null,
    publisher text not null,
    licence text not null,
    population_concept text not null,
    protection text not null,
    nutzung text not null,
    account bigint,
    post bigint,
    accepted_at bigint not null,
    withdrawn_at bigint,
    unique (tenant, number)
);
create index dataset_version_dataset on dataset_version (dataset);
create index dataset_version_file on dataset_version (tenant, file_hash);

-- Figures that nobody has protected: for the statistics office alone.
create table source_column (
    dataset_version bigint not null references dataset_version (id),
    indicator_version bigint not null references indicator_version (id),
    period text not null,
    tenant bigint not null references tenant (id),
    cells bytea not null,
    primary key (dataset_version, indicator_version, period)
);

-- What left the statistics office, once and unchanged.
create table release (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    dataset_version bigint not null references dataset_version (id),
    area_version bigint not null references area_version (id),
    policy text not null,
    nutzung text not null,
    account bigint,
    post bigint,
    released_at bigint not null,
    withdrawn_at bigint
);
create index release_dataset_version on release (dataset_version);
create index release_tenant on release (tenant, area_version);

create table release_column (
    release bigint not null references release (id),
    indicator_version bigint not null references indicator_version (id),
    period text not null,
    tenant bigint not null references tenant (id),
    cells bytea not null,
    seal bytea not null,
    primary key (release, indicator_version, period)
);
create index release_column_indicator on release_column (indicator_version, period, release);

-- A Sperrung: withdraws a release, a dataset version or a cited figure everywhere.
create table withdrawal (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    thing_kind text not null,
    thing text not null,
    reason text not null,
    salt bytea not null,
    hash bytea not null,
    account bigint,
    at bigint not null,
    unique (tenant, thing_kind, thing)
);

-- A break in a series: what changed at that period, in words.
create table series_break (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    indicator text,
    at_period text not null,
    note_de text not null,
    note_en text not null
);
create index series_break_tenant on series_break (tenant);

-- What was cited, with what was seen. The code is its Fundstelle.
create table citation (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    code text not null unique,
    cited_kind text not null,
    cited text not null,
    snapshot text not null,
    nutzung text not null,
    salt bytea not null,
    hash bytea not null,
    account bigint,
    created_at bigint not null,
    withdrawn_at bigint
);
create index citation_cited on citation (tenant, cited_kind, cited);

-- From which releases the cited figures come, so that a Sperrung finds them.
create table citation_release (
    citation bigint not null references citation (id),
    release bigint not null references release (id),
    tenant bigint not null references tenant (id),
    primary key (citation, release)
);
create index citation_release_release on citation_release (tenant, release);

-- Where a citation stands: in a Mappe, later in papers and measures.
create table citation_place (
    citation bigint not null references citation (id),
    citing_kind text not null,
    citing text not null,
    tenant bigint not null references tenant (id),
    position bigint not null,
    primary key (citation, citing_kind, citing)
);
create index citation_place_citing on citation_place (tenant, citing_kind, citing);

-- A Mappe belongs to a Stelle, so that it stays when the person leaves; without one to the account.
create table folder (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    post bigint,
    account bigint,
    title text not null,
    created_at bigint not null
);
create index folder_tenant on folder (tenant);

create table job (
    id bigint primary key,
    tenant bigint references tenant (id),
    kind text not null,
    once_key text not null unique,
    input text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    progress double precision not null,
    step text not null,
    outcome text not null,
    attempts bigint not null,
    leased_until bigint not null,
    cancel_asked smallint not null default 0,
    account bigint,
    created_at bigint not null,
    finished_at bigint
);
create index job_state on job (state, leased_until);

create table setting (
    tenant bigint not null references tenant (id),
    name text not null,
    value text not null,
    primary key (tenant, name)
);
