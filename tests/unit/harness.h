/* SPDX-License-Identifier: MIT
 *
 * What the C unit tests of the engine share. A test is a function that takes
 * and returns nothing and calls CHECK; test_x.c exports one `void test_x(void)`
 * that hands each of its tests to RUN, and main.c has a table of those.
 *
 * How the one binary is linked: test_x.c includes "../../ext/engine/x.c", so
 * that it can see what is static there. Each engine file is included by one
 * test file at most, and every engine file that none includes is compiled in as
 * it is; so each symbol of the engine is there exactly once, and any test may
 * call any function of the engine through its header.
 *
 * Nothing here reads a clock, opens a socket or leaves a file behind.
 */
#ifndef UNIT_HARNESS_H
#define UNIT_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Macros, because they must know where they stand. CHECKF adds a printf format
 * that says which row or value it was. Both give back the condition. */
#define CHECK(condition) harness_check((condition), __FILE__, __LINE__, #condition, NULL)
#define CHECKF(condition, ...) harness_check((condition), __FILE__, __LINE__, #condition, __VA_ARGS__)
#define RUN(test) harness_run(#test, test)

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

bool harness_check(bool condition, const char *file, int line, const char *text, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
void harness_run(const char *name, void (*test)(void));

/* Prints "N passed, N failed"; the exit status of the program. */
int harness_finish(void);

/* A copy in memory of exactly that size, so that AddressSanitizer sees the first
 * byte read behind it. The caller frees it. */
void *harness_copy(const void *bytes, size_t length);

/* OpenSSL's SHA-1, in the form the engine asks for. */
void harness_sha1(const void *bytes, size_t length, uint8_t digest[20]);

#endif
