/* SPDX-License-Identifier: MIT
 *
 * Runs the unit tests of the engine: all of them, or those of the files whose
 * names are given (`unit frame http`). A new test file is one more line here.
 */
#include "../../ext/engine/codec.h"

#include "harness.h"

#include <stdio.h>
#include <string.h>

#define TEST_FILES(X) \
	X(simd) \
	X(utf8) \
	X(frame) \
	X(accept_key) \
	X(http) \
	X(date) \
	X(path) \
	X(condition) \
	X(extension) \
	X(handshake) \
	X(address) \
	X(proxy) \
	X(forwarded) \
	X(web_origin) \
	X(message) \
	X(decoder) \
	X(inflate) \
	X(deflate) \
	X(outq) \
	X(roster) \
	X(backlog) \
	X(compression) \
	X(timer) \
	X(activation) \
	X(file) \
	X(watch) \
	X(signal) \
	X(log) \
	X(conn) \
	X(input) \
	X(response) \
	X(site) \
	X(endpoint) \
	X(output) \
	X(slow) \
	X(rate) \
	X(socket) \
	X(listener) \
	X(tls_context) \
	X(tls) \
	X(origin) \
	X(bans) \
	X(server) \
	X(drain) \
	X(stats) \
	X(addresses) \
	X(loop) \
	X(nested) \
	X(fault)

#define DECLARE(name) void test_##name(void);
TEST_FILES(DECLARE)

#define ROW(name) {#name, test_##name},
static const struct {
	const char *name;
	void (*run)(void);
} files[] = {TEST_FILES(ROW)};

static bool wanted(const char *name, int count, char **names)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0) {
			return true;
		}
	}
	return count == 0;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		bool known = false;

		for (size_t k = 0; k < LENGTH(files); k++) {
			known = known || strcmp(files[k].name, argv[i]) == 0;
		}
		if (!known) {
			fprintf(stderr, "%s: no test file of that name\n", argv[i]);
			return EXIT_FAILURE;
		}
	}
	wsc_simd_init();
	for (size_t i = 0; i < LENGTH(files); i++) {
		if (wanted(files[i].name, argc - 1, argv + 1)) {
			files[i].run();
		}
	}
	return harness_finish();
}
