//! Page check, two-tenant check, story runner.
