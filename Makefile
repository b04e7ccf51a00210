# `make run` shows the program at work; continuous integration runs `make test determinism`.
SWIFT ?= swift
PHUCHOI = .build/release/phuchoi
SAMPLE ?= Fixtures/documents/03-ke-hoach-dang/heavy-eng.txt
KILLS ?= 50
SWIFT_SOURCES = Package.swift Sources Tests Packaging/SlimFoundation Fuzz/Package.swift Fuzz/Sources Fuzz/Targets $(wildcard Examples/*/Package.swift Examples/*/Sources) \
	$(wildcard Benchmarks/Package.swift Benchmarks/Sources)

.PHONY: browser-test run build test lint unit determinism example documentation benchmark install bundle deb sanitize-address \
	sanitize-thread packages-test fuzz sanitize coverage faults dependencies clean

## run: build, repair a scanned document and read its fields
run: build
	@printf '\n== As the scanner read it (%s) ==\n' $(SAMPLE)
	@sed -n 1,12p $(SAMPLE)
	@printf '\n== Repaired ==\n'
	@$(PHUCHOI) repair $(SAMPLE) | sed -n 1,12p
	@printf '\n== Its record ==\n'
	@$(PHUCHOI) extract --format form $(SAMPLE)

build: dependencies
	$(SWIFT) build -c release --product phuchoi

## test: lint, all tests, the example, the library's documentation
test: dependencies lint unit example documentation

lint:
	$(SWIFT) format lint --strict --recursive $(SWIFT_SOURCES)

unit:
	$(SWIFT) test

## determinism: debug and release builds give the same bytes, with one core and with all
determinism: build
	PHUCHOI_RELEASE=$(PHUCHOI) $(SWIFT) test --filter CommandTests.SurroundingsTests

## browser-test: the review page in headless Chromium: a clerk's story, hostile requests, kills
browser-test: build
	@Scripts/install-dependencies browser
	PHUCHOI=$(PHUCHOI) python3 Scripts/browser_tests/story.py
	PHUCHOI=$(PHUCHOI) python3 Scripts/browser_tests/hostile.py
	PHUCHOI=$(PHUCHOI) python3 Scripts/browser_tests/kills.py $(KILLS)

## example: a program of its own that links the library, out of what the tests have built
example:
	$(SWIFT) run --package-path Examples/RepairExample --scratch-path .build RepairExample

## documentation: the library's reference and guides, links checked
documentation:
	Scripts/build-documentation

## benchmark: speed, start-up time and memory on this machine
benchmark: build
	$(SWIFT) run -c release --package-path Benchmarks Benchmarks --command $(PHUCHOI) --fixtures Fixtures/documents

PREFIX ?= /usr/local
## install: the command, its models, manual pages, completions and guides below PREFIX, each file by rename
install: build
	Packaging/install $(PHUCHOI) $(DESTDIR)$(PREFIX)

## bundle: one file that runs without Swift or any library of the system, .build-bundle/phuchoi-VERSION-linux-ARCH.tar.gz and .tar.xz
bundle: dependencies
	Packaging/build-bundle

## deb: a package for the Debian release that it is built on, .build-bundle/phuchoi_VERSION_ARCH.deb
deb:
	Scripts/install-dependencies patchelf dpkg-dev
	Packaging/build-deb

## packages-test: bundle and package installed and used in fresh Debian and Ubuntu roots without a network (as root)
packages-test:
	Scripts/install-dependencies debootstrap iproute2 lintian
	lintian --fail-on error .build-bundle/phuchoi_*.deb
	Packaging/test-in-root bookworm deb
	Packaging/test-in-root bookworm bundle
	Packaging/test-in-root trixie bundle
	Packaging/test-in-root jammy bundle
	Packaging/test-in-root noble bundle

SECONDS ?= 60
TARGETS ?=
## fuzz: SECONDS of each fuzzing target (or of TARGETS), one after the other
fuzz: dependencies
	Fuzz/fuzz $(SECONDS) $(TARGETS)

## sanitize: all tests under the sanitizers of addresses and of undefined behaviour, and under that of threads
sanitize: sanitize-address sanitize-thread
# What is kept until the end counts as leaked where Swift packs tags into pointers, so leaks are not looked for. Overflow,
# indices and casts are checked by Swift in every build; what C leaves undefined ends the test where it happens.
sanitize-address: UNDEFINED = -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined
sanitize-address sanitize-thread: sanitize-%: dependencies
	PHUCHOI_SANITIZER=$* ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --scratch-path .build-$* --sanitize $* $(UNDEFINED)

## coverage: which lines the tests run, module by module
coverage: dependencies
	Scripts/coverage

MOST ?= 12
## faults: system calls and allocations of small runs fail one by one, MOST of each kind in each run
faults: build
	Scripts/fault-injection $(PHUCHOI) --most $(MOST)

dependencies:
	@Scripts/install-dependencies

clean:
	rm -rf .build .build-* Examples/*/.build Benchmarks/.build
