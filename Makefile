# Everything that people and CI do with this project. `make demo` and `make test` set up what they need.

CARGO ?= cargo
PORT ?= 8080
NEXTEST := $(shell command -v cargo-nextest 2>/dev/null)
export ANKUNFT_REFERENCE ?= ../shared
# CI builds once: what would speed up a second build only fills its disk.
ifdef CI
export CARGO_INCREMENTAL := 0
endif

.PHONY: demo test setup setup-demo assets check audit bless e2e handbook bench bench-peers

## The invented city in the browser: builds, creates Musterstadt and serves it.
demo: setup-demo assets
	$(CARGO) build --locked --profile demo -p ankunft
	target/demo/ankunft demo --port $(PORT)

## Everything that CI runs.
test: setup assets check
ifdef NEXTEST
	$(CARGO) nextest run --locked --workspace --no-fail-fast
else
	$(CARGO) test --locked --workspace --no-fail-fast --lib --bins --tests
endif
	$(CARGO) test --locked --workspace --doc
	$(MAKE) --no-print-directory e2e

## What the demo needs: Rust and Node.
setup-demo:
	@sh tools/setup.sh demo

## What the tests need: Chromium, PostgreSQL, and the programs that judge what we write.
setup:
	@sh tools/setup.sh test

## Stylesheets, scripts and fonts into web/dist.
assets: web/dist/manifest.json

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund

web/dist/manifest.json: web/node_modules/.package-lock.json $(shell find web/src web/styles web/build* web/*.mjs crates/report/css -type f 2>/dev/null) $(shell find crates -path '*/templates/*' -type f)
	cd web && npm run --silent build

## Format, clippy with warnings as errors, docs. Borders and licences are tests of their own.
check: assets
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings

## A real browser against the real program, built as the tests have built it: with what one of them needs.
e2e: assets
	$(CARGO) build --locked --workspace --bin ankunft --test house
	cd e2e && npm ci --no-audit --no-fund && npm test

## The pictures of the handbook, as the browser sees the invented city.
handbook: assets
	$(CARGO) build --locked --workspace --bin ankunft --test house
	cd e2e && npm ci --no-audit --no-fund && ANKUNFT_HANDBOOK=../docs/handbuch/bilder npx playwright test handbook

## Known holes in dependencies; needs the network.
audit:
	cargo audit && cd web && npm audit

## Accept the golden files (routes, permissions, settings) as they are now.
bless: assets
	ANKUNFT_BLESS=1 $(CARGO) test --locked -p ankunft --test platform -- golden analyse

## How fast it is: Criterion over methods, formats and pages, then the overview under load, then each page.
bench: assets
	$(CARGO) bench --locked --profile demo -p ankunft-bench --benches -- --warm-up-time 1 --measurement-time 2 --noplot
	$(CARGO) build --locked --profile demo -p ankunft -p ankunft-bench
	target/demo/table target/criterion
	target/demo/load target/demo/ankunft --out target/bench-load.json
	target/demo/pages target/demo/ankunft --out target/bench-pages.json
	target/demo/work target/demo/ankunft --out target/bench-work.json

## The same work by other programs, side by side; needs Python 3.11 or newer and the network once.
bench-peers: assets bench/peers/.venv/done
	$(CARGO) build --locked --profile demo -p ankunft-bench
	target/demo/peers bench/peers/.venv/bin/python target

bench/peers/.venv/done: bench/peers/requirements.txt
	python3 -m venv bench/peers/.venv
	bench/peers/.venv/bin/pip install --quiet --requirement bench/peers/requirements.txt
	touch $@
