//! The ground: database, tenants, register, permissions, releases, citations, jobs, languages, pages.
