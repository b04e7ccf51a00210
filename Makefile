# `make run` shows the program at work; `make test` is what continuous integration runs.
SWIFT ?= swift
PHUCHOI = .build/release/phuchoi
SAMPLE ?= Fixtures/documents/03-ke-hoach-dang/heavy-eng.txt
SWIFT_SOURCES = Package.swift Sources Tests $(wildcard Examples/*/Package.swift Examples/*/Sources) \
	$(wildcard Benchmarks/Package.swift Benchmarks/Sources)

.PHONY: run build test lint unit example documentation benchmark install dependencies clean

## run: build, repair a scanned document and read its fields
run: build
	@printf '\n== As the scanner read it (%s) ==\n' $(SAMPLE)
	@sed -n 1,12p $(SAMPLE)
	@printf '\n== Repaired ==\n'
	@$(PHUCHOI) repair $(SAMPLE) | sed -n 1,12p
	@printf '\n== Its record ==\n'
	@$(PHUCHOI) extract $(SAMPLE)

build: dependencies
	$(SWIFT) build -c release --product phuchoi

## test: lint, all tests, the example
test: dependencies lint unit example

lint:
	$(SWIFT) format lint --strict --recursive $(SWIFT_SOURCES)

unit:
	$(SWIFT) build -c release --product phuchoi
	$(SWIFT) test

## example: a program of its own that links the library
example:
	$(SWIFT) run --package-path Examples/RepairExample RepairExample

## documentation: the library's reference and guides, links checked
documentation:
	Scripts/build-documentation

## benchmark: speed, start-up time and memory on this machine
benchmark: build
	$(SWIFT) run -c release --package-path Benchmarks Benchmarks --command $(PHUCHOI) --fixtures Fixtures/documents

PREFIX ?= /usr/local
## install: the command and its models below PREFIX
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/phuchoi
	install -m 755 $(PHUCHOI) $(DESTDIR)$(PREFIX)/bin/phuchoi
	cp -R Dictionaries/models Dictionaries/tables $(DESTDIR)$(PREFIX)/share/phuchoi/

dependencies:
	@Scripts/install-dependencies

clean:
	rm -rf .build Examples/*/.build Benchmarks/.build
