# SPDX-License-Identifier: MIT
#
# Added to the Makefile that phpize's configure writes. The work is done by the
# scripts in tests/tools; here they get the compiler and libraries that
# configure found.

WSCHAT_TOOL = CC="$(CC)" WSCHAT_EVENT_CFLAGS="$(WSCHAT_EVENT_CFLAGS)" WSCHAT_EVENT_LIBS="$(WSCHAT_EVENT_LIBS)" WSCHAT_ZLIB_LIBS="$(WSCHAT_ZLIB_LIBS)" WSCHAT_OPENSSL_LIBS="$(WSCHAT_OPENSSL_LIBS)" $(SHELL)

.PHONY: arginfo check format-check fuzz layers unit unit-cov

# Generated headers belong to their stubs, and so does the one stub for IDEs.
arginfo:
	@$(SHELL) $(srcdir)/tests/tools/arginfo
	@$(PHP_EXECUTABLE) $(srcdir)/tests/tools/stubs

# Everything that needs no PHP to run.
check: layers arginfo format-check unit

format-check:
	@$(SHELL) $(srcdir)/tests/tools/format

# Who may include, call and contain what; and that this check sees a violation.
layers:
	@$(WSCHAT_TOOL) $(srcdir)/tests/tools/layers
	@$(WSCHAT_TOOL) $(srcdir)/tests/tools/layers --self-test

# Seeds and regressions of the fuzzers, then each for a moment.
fuzz:
	@$(WSCHAT_TOOL) $(srcdir)/tests/tools/fuzz replay $(builddir)/build/fuzz
	@$(WSCHAT_TOOL) $(srcdir)/tests/tools/fuzz smoke $(builddir)/build/fuzz

# C unit tests, plain, under ASan and UBSan, and with reads and writes cut short.
unit:
	@$(WSCHAT_TOOL) $(srcdir)/tests/tools/unit $(builddir)/build/unit

# Once, with lines counted.
unit-cov:
	@$(WSCHAT_TOOL) $(srcdir)/tests/tools/unit --flavour=cov $(builddir)/build/unit
