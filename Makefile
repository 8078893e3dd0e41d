# `make report` and `make test` are all that a new clone needs; the rest is for convenience.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
export PATH := $(PATH):/opt/swift/usr/bin

REPORT ?= belt-and-road-2025
OUTPUT ?= Output
FILTER ?=

pictured := 001 005 009 013 016 017

imports := --explicit-target-dependency-import-check error
filter := $(if $(FILTER),--filter '$(FILTER)')

.PHONY: help report test lint format bless bench pictures metrics clean install release

help: ## Show this list.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

report: install release ## Build the example report into Output/ (REPORT=name for another one).
	@.build/release/colophon build 'Reports/$(REPORT)' --output '$(OUTPUT)'

test: install ## Build everything and run all tests (FILTER=pattern for some).
	@swift test $(imports) $(filter)

lint: ## Check format, unsafe constructs and sizes.
	@Scripts/find-swift >/dev/null
	@Scripts/lint

format: ## Format all Swift files in place.
	@swift format format --in-place --parallel --recursive Package.swift Sources Tests

bless: ## Accept what the tests produce as their new golden files (FILTER=pattern for some).
	@COLOPHON_BLESS=1 swift test $(filter)
	@git status --short -- Tests

bench: install release ## Measure against Typst, gnuplot, Vega-Lite and matplotlib; prints ratios.
	@python3 Benchmarks/load.py
	@python3 Benchmarks/charts.py
	@python3 Benchmarks/batch.py
	@python3 Benchmarks/preview.py
	@python3 Benchmarks/compare.py $(BENCH)

pictures: install release ## Make the README's pictures of pages anew.
	@.build/release/colophon build Reports/belt-and-road-2025 --output '$(OUTPUT)' --pages 56
	@for page in $(pictured); do cp "$(OUTPUT)/belt-and-road-2025/pages/$$page.png" Documentation/pictures/; done

gallery: install release ## Draw every chart of Gallery/ in every theme into Output/gallery/.
	@Scripts/gallery .build/release/colophon '$(OUTPUT)'

metrics: ## Show how large files and functions are.
	@Scripts/metrics

clean: ## Remove everything that was built.
	@rm -rf .build '$(OUTPUT)'

install:
	@Scripts/install
	@Scripts/find-swift >/dev/null

# Swift's own libraries and some C libraries become part of the program, at fixed addresses: it starts
# sooner, and runs without the toolchain. Types are made of what the compiler knows, not looked up by
# name, which walks all conformances of the program. ARCHITECTURE.md, "Decisions", says what that is
# worth.
release:
	@swift build --configuration release --product colophon --static-swift-stdlib \
	  -Xswiftc -use-ld='$(CURDIR)/Scripts/link' -Xswiftc -Xclang-linker -Xswiftc -no-pie \
	  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
