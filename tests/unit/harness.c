/* SPDX-License-Identifier: MIT
 *
 * See harness.h. A test fails when one of its checks does, and when it made no
 * check at all; the checks after a failed one still run, but only the first
 * few failures of a test are printed.
 */
#include "harness.h"

#include <openssl/sha.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define PRINTED_PER_TEST 10

static struct {
	unsigned passed;
	unsigned failed;
	const char *test;       /* the one that runs */
	unsigned long checks;   /* made by it        */
	unsigned long failures; /* among those       */
} harness;

bool harness_check(bool condition, const char *file, int line, const char *text, const char *format, ...)
{
	harness.checks++;
	if (condition) {
		return true;
	}
	if (++harness.failures > PRINTED_PER_TEST) {
		return false;
	}
	printf("%s:%d: %s: %s", file, line, harness.test, text);
	if (format != NULL) {
		va_list arguments;

		printf(" [");
		va_start(arguments, format);
		vprintf(format, arguments);
		va_end(arguments);
		printf("]");
	}
	printf("\n");
	fflush(stdout); /* a crash may be next */
	return false;
}

void harness_run(const char *name, void (*test)(void))
{
	harness.test = name;
	harness.checks = 0;
	harness.failures = 0;
	test();
	if (harness.checks == 0) {
		printf("%s: checked nothing\n", name);
		harness.failures++;
	}
	if (harness.failures > 0) {
		printf("FAIL %s: %lu of %lu checks\n", name, harness.failures, harness.checks);
		harness.failed++;
	} else {
		harness.passed++;
	}
}

int harness_finish(void)
{
	printf("%u passed, %u failed\n", harness.passed, harness.failed);
	return harness.failed == 0 && harness.passed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

void *harness_copy(const void *bytes, size_t length)
{
	void *copy = malloc(length > 0 ? length : 1);

	if (copy == NULL) {
		fprintf(stderr, "no memory\n");
		exit(EXIT_FAILURE);
	}
	if (length > 0) {
		memcpy(copy, bytes, length);
	}
	return copy;
}

void harness_sha1(const void *bytes, size_t length, uint8_t digest[20])
{
	SHA1(bytes, length, digest);
}
