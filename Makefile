# What can be done here; "make" alone shows it.
export CGO_ENABLED ?= 0
GO ?= go
FUZZTIME ?= 20s
# Tests run at the same time on as many packages as there are cores.
PKGS = ./...

.PHONY: help demo test check bench soak fuzz eval build models screenshots

help: ## show this
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

demo: ## try everything in a throw-away folder (Ctrl-C ends it)
	@echo "Compiling rightsdesk; the first time this takes a minute or two and fetches its modules ..."
	@$(GO) build -o bin/rightsdesk ./cmd/rightsdesk
	@./bin/rightsdesk demo

build: ## make bin/rightsdesk
	$(GO) build -trimpath -ldflags='-s -w' -o bin/rightsdesk ./cmd/rightsdesk

test: ## set up what is missing and run everything, as CI does
	@./scripts/setup.sh
	$(GO) vet $(PKGS)
	cd third/dateparser && $(GO) vet . && $(GO) test .
	cd bench && $(GO) vet .
	$(GO) test -timeout 30m $(PKGS)
	@$(MAKE) --no-print-directory short

.PHONY: short
# The long targets once, short, so that they always work.
short:
	@$(MAKE) --no-print-directory fuzz FUZZTIME=300x
	@$(MAKE) --no-print-directory bench SIZE=2000 ROUNDS_FEEDS=2
	@$(MAKE) --no-print-directory eval

check: ## for yourself: gofmt, vet, staticcheck, govulncheck, race detector
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet $(PKGS)
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 $(PKGS)
	-$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 $(PKGS)
	CGO_ENABLED=1 $(GO) test -race $(PKGS)

SIZE ?= 100000
ROUNDS_FEEDS ?= 20
bench: ## speed and memory, as tables
	$(GO) run ./internal/bench -articles $(SIZE)
	cd bench && $(GO) run . -rounds $(ROUNDS_FEEDS)

soak: ## the killed desk, again and again (ROUNDS=10)
	$(GO) test -count=$(or $(ROUNDS),10) -timeout 60m -run TestKilledTwentyTimes ./cmd/rightsdesk

fuzz: ## every fuzz target for FUZZTIME
	@./scripts/fuzz.sh $(FUZZTIME)

models: ## learn the data files of internal/analyse/data again, where ../shared/corpora is
	$(GO) run ./internal/analyse/train

screenshots: ## pictures of the demo's pages, wide, 390 px, dark and Arabic, into build/screenshots
	@$(GO) build -o bin/rightsdesk ./cmd/rightsdesk
	@$(GO) run ./internal/shots

eval: ## quality of reading and analysis, on data that is not part of the project
	$(GO) test -count=1 -v -run 'Eval' ./internal/source ./internal/alike ./internal/analyse ./internal/analyse/speech | grep -v '^=== RUN'
	$(GO) test -count=1 -v -run 'Eval' ./internal/extract -pages 0 | grep -v '^=== RUN'
