//! The command line: names and flags.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::analyse::AnalyseCommand;

/// Working platform for integration governance in arrival quarters.
#[derive(Debug, Parser)]
#[command(version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Creates Musterstadt and its eleven invented neighbours, and serves them.
    Demo(DemoArgs),
    /// The platform.
    Serve(ServeArgs),
    /// The first administrator, and help when nobody can log in.
    Admin(AdminArgs),
    /// Brings files into a city, with the code of the page.
    Import(Box<ImportArgs>),
    /// The methods on plain files, without server or database.
    Analyse {
        /// What is computed.
        #[command(subcommand)]
        command: AnalyseCommand,
    },
    /// A paper from a data folder, without server: the profile of a quarter or the report of a city.
    Report(ReportArgs),
    /// Copies the whole installation into one file, while it runs.
    Backup(BackupArgs),
    /// Puts the installation of a backup into an empty data folder.
    Restore(BackupArgs),
    /// Prints the OpenAPI document of the addresses that give data.
    Openapi,
}

/// `ankunft demo`
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// The data folder; a fresh one, named on start, if it is left out.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address to listen at.
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Creates the data and ends.
    #[arg(long)]
    pub no_serve: bool,
}

/// `ankunft serve`
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The configuration file; without it everything has its default.
    #[arg(long)]
    pub config: Option<PathBuf>,
    /// The data folder, in place of the configured one.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The port on 127.0.0.1, in place of the configured address.
    #[arg(long)]
    pub port: Option<u16>,
}

/// `ankunft admin`
#[derive(Debug, Args)]
pub struct AdminArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: AdminCommand,
}

/// What an administrator does at the console.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Founds a city.
    CreateCity {
        /// Its Amtlicher Gemeindeschlüssel.
        #[arg(long)]
        ags: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// Its name in addresses; made from the name if it is left out.
        #[arg(long)]
        slug: Option<String>,
        /// Where the installation is.
        #[command(flatten)]
        place: Place,
    },
    /// Founds the programme of the cities at `/programm`, or a research team.
    CreateTenant {
        /// What it is: programme, research.
        #[arg(long)]
        kind: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// Its name in addresses; made from the name if it is left out. The programme is at
        /// `/programm`.
        #[arg(long)]
        slug: Option<String>,
        /// Where the installation is.
        #[command(flatten)]
        place: Place,
    },
    /// Creates an account. The password is read from standard input or made up and printed.
    CreateUser {
        /// The address with which the person logs in.
        #[arg(long)]
        email: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// The city, by AGS or by its name in addresses.
        #[arg(long)]
        kommune: String,
        /// The role: admin, coordination, statistics-office, department, institution, research,
        /// reader.
        #[arg(long, default_value = "admin")]
        role: String,
        /// Reads the password from standard input.
        #[arg(long)]
        password_stdin: bool,
        /// Where the installation is.
        #[command(flatten)]
        place: Place,
    },
    /// Sets a new password, made up and printed, or read from standard input.
    ResetPassword {
        /// The address with which the person logs in.
        #[arg(long)]
        email: String,
        /// Reads the password from standard input.
        #[arg(long)]
        password_stdin: bool,
        /// Where the installation is.
        #[command(flatten)]
        place: Place,
    },
}

/// Where an installation is: its data folder or its configuration.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// The data folder.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The configuration file.
    #[arg(long)]
    pub config: Option<PathBuf>,
}

/// `ankunft import`
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// What the files hold.
    #[arg(value_enum)]
    pub kind: ImportKind,
    /// The files, in the order in which they are accepted.
    #[arg(required_unless_present = "download")]
    pub files: Vec<PathBuf>,
    /// Fetches the file of the profile from its official address.
    #[arg(long, requires = "profile", conflicts_with = "files")]
    pub download: bool,
    /// A mirror that has the official files under their names, in place of their addresses.
    #[arg(long, requires = "download")]
    pub download_base: Option<String>,
    /// The data folder.
    #[arg(long)]
    pub data: PathBuf,
    /// The city, by its Amtlicher Gemeindeschlüssel. It is founded if it is not there.
    #[arg(long)]
    pub kommune: String,
    /// The name of a city that is founded.
    #[arg(long)]
    pub name: Option<String>,
    /// Reads and checks, and accepts nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// How the files are read and accepted.
    #[command(flatten)]
    pub how: ImportHow,
}

/// How files are read and accepted.
#[derive(Debug, Args)]
pub struct ImportHow {
    /// The profile of tables, by its id; recognised if it is left out.
    #[arg(long)]
    pub profile: Option<String>,
    /// The period, if the files do not say it: 2024h2, 2024-12-31, 2024.
    #[arg(long)]
    pub period: Option<String>,
    /// The code of the geography; for tables the one to join with.
    #[arg(long)]
    pub geography: Option<String>,
    /// The name of the geography: Planungsräume.
    #[arg(long)]
    pub geography_name: Option<String>,
    /// The name of the area version: bis 2020.
    #[arg(long)]
    pub label: Option<String>,
    /// The first day of the area version.
    #[arg(long)]
    pub valid_from: Option<String>,
    /// The last day of the area version.
    #[arg(long)]
    pub valid_to: Option<String>,
    /// Who publishes the outlines.
    #[arg(long, default_value = "")]
    pub source: String,
    /// The licence of the outlines.
    #[arg(long, default_value = "")]
    pub licence: String,
    /// The reference system of outlines: EPSG:25833.
    #[arg(long)]
    pub crs: Option<String>,
    /// The circle of readers: statistics-office, administration, programme, public.
    #[arg(long)]
    pub nutzung: Option<String>,
    /// The rule by which an office has protected the figures; with --office.
    #[arg(long, requires = "office")]
    pub protected_by: Option<String>,
    /// The office that has protected the figures.
    #[arg(long)]
    pub office: Option<String>,
    /// For unprotected counts: release them rounded to multiples of 5 or 10.
    #[arg(long)]
    pub round: Option<u64>,
    /// The sign between fields.
    #[arg(long)]
    pub delimiter: Option<char>,
    /// The decimal sign.
    #[arg(long)]
    pub decimal: Option<char>,
    /// The encoding: utf-8, windows-1252, utf-16le, utf-16be.
    #[arg(long)]
    pub encoding: Option<String>,
    /// The sheet of a workbook.
    #[arg(long)]
    pub sheet: Option<String>,
    /// The member of an archive, by a part of its name.
    #[arg(long)]
    pub member: Option<String>,
    /// How grid cells are given to area units: centre (the default) or area-share.
    #[arg(long)]
    pub method: Option<String>,
    /// What is assumed about the noise of grid cells, in place of what the profile says:
    /// none, or cell-key:D,V (changed by at most D, with variance V).
    #[arg(long)]
    pub noise: Option<String>,
    /// For shares of grid cells: the file with the inhabitants of the cells.
    #[arg(long)]
    pub weights: Option<PathBuf>,
    /// The unit above an area unit is named by so many first characters of its key.
    #[arg(long)]
    pub parent_prefix: Option<usize>,
    /// A list with the columns from, to and weight: how area units became these.
    #[arg(long)]
    pub crosswalk: Option<PathBuf>,
    /// The language of findings on standard error.
    #[arg(long, default_value = "de")]
    pub language: String,
}

/// What files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportKind {
    /// Outlines of area units.
    Areas,
    /// Figures of area units.
    Table,
    /// Figures of grid cells, brought to area units.
    Grid,
    /// Rivers, railways and streets for orientation on the maps, in place of those before.
    Lines,
}

/// `ankunft report`
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// What the paper is about.
    #[arg(value_enum)]
    pub kind: ReportKind,
    /// The data folder.
    #[arg(long)]
    pub data: PathBuf,
    /// The city, by its Amtlicher Gemeindeschlüssel.
    #[arg(long)]
    pub kommune: String,
    /// The key of the area unit, for the profile of a quarter.
    #[arg(long, required_if_eq("kind", "quartier"))]
    pub id: Option<String>,
    /// The code of the geography; the first one that fits if it is left out.
    #[arg(long)]
    pub geography: Option<String>,
    /// The file. Its ending says the format: .pdf or .docx.
    #[arg(long)]
    pub out: PathBuf,
    /// For whom. With figures that are not public the paper says so on every page, and the change
    /// log of the city that it was made.
    #[arg(long = "as", value_enum, default_value = "public")]
    pub reader: ReportReader,
    /// The address of the installation in the web, to which figures then link.
    #[arg(long)]
    pub address: Option<String>,
    /// With series, parts and formulas behind the page of a quarter.
    #[arg(long)]
    pub annex: bool,
    /// The day that stands in it; today if it is left out.
    #[arg(long)]
    pub date: Option<jiff::civil::Date>,
    /// The language of the paper: de or en.
    #[arg(long, default_value = "de")]
    pub language: String,
}

/// What a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportKind {
    /// One area unit.
    Quartier,
    /// All area units of a city.
    Kommune,
}

/// For whom a paper is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportReader {
    /// Anybody: public figures alone.
    Public,
    /// The administration of the city.
    Administration,
}

/// `ankunft backup` and `restore`
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// The file of the backup.
    pub file: PathBuf,
    /// Where the installation is.
    #[command(flatten)]
    pub place: Place,
}
