//! The real program, serving a data folder.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Failure;

/// The program while it serves; it ends with this value.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts it on a data folder; settings and log go into `folder`.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if it does not serve within twenty seconds.
    pub fn start(program: &Path, folder: &Path, data: &Path) -> Result<Self, Failure> {
        let config = folder.join("ankunft.toml");
        // One address asks for everything here, which the limit by address is there to prevent.
        let text = format!(
            "data = {:?}\nlisten = \"127.0.0.1:0\"\n[limits]\nrequests_per_minute = 10000000\n",
            data.display().to_string(),
        );
        std::fs::write(&config, text)?;
        let log = folder.join("log");
        let child = Command::new(program)
            .args(["serve", "--config"])
            .arg(&config)
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&log)?)
            .spawn()?;
        let mut server = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let begun = Instant::now();
        loop {
            let text = std::fs::read_to_string(&log)?;
            let named = text.lines().find_map(|it| it.strip_prefix("http://")?.parse().ok());
            if let Some(address) = named {
                server.address = address;
                return Ok(server);
            }
            if begun.elapsed() > Duration::from_secs(20) || server.child.try_wait()?.is_some() {
                return Err(format!("the program does not serve: {text}").into());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The number of its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
