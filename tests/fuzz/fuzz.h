/* SPDX-License-Identifier: MIT
 *
 * What the fuzzers of the engine share. A target is one file fuzz_NAME.c with
 * one LLVMFuzzerTestOneInput() and one line in the table of tests/tools/fuzz;
 * every file of the engine is linked to it. It says what must hold with ASSERT,
 * which ends the process, because a fuzzer keeps the input that did that.
 *
 * An input is what goes into the engine, and behind it the settings of the run:
 * they are read backwards from the last byte on. So the beginning of an input
 * means the same whatever is changed behind it, and a seed can be read.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "../unit/ledger.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ASSERT(condition) ((condition) ? (void) 0 : fuzz_fail(__FILE__, __LINE__, #condition))
#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

int LLVMFuzzerInitialize(int *count, char ***names);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Says what does not hold, and where, and aborts. */
_Noreturn void fuzz_fail(const char *file, int line, const char *text);

/* ---- the input ---------------------------------------------------------- */

struct fuzz_input {
	const uint8_t *bytes;
	size_t length; /* what the settings have left over */
};

/* Takes a setting off the end: one byte, or two of which the last is the low
 * one. 0 when the input is used up. */
uint8_t fuzz_byte(struct fuzz_input *input);
uint16_t fuzz_word(struct fuzz_input *input);

#define FUZZ_CUTS_MAX 15

/* Where the input is cut: lengths of pieces, used one after the other, then
 * from the first again. */
struct fuzz_cuts {
	uint8_t pieces[FUZZ_CUTS_MAX];
	size_t count;
	size_t next;
};

/* Takes them off the end: how many, then as many bytes. */
struct fuzz_cuts fuzz_cuts(struct fuzz_input *input);

/* The length of the next piece of `left` bytes: 1 … left; all without any cut. */
size_t fuzz_cut(struct fuzz_cuts *cuts, size_t left);

/* ---- what the engine is given, and what it should make of it ---------- */

/* A copy in memory of exactly that size, so that AddressSanitizer sees the
 * first byte used behind it. The caller frees it. */
void *fuzz_copy(const void *bytes, size_t length);

/* The mask of RFC 6455 5.3, byte after byte: dst[i] = src[i] ^ key[(phase + i) % 4]. */
void fuzz_mask(uint8_t *dst, const uint8_t *src, size_t length, const uint8_t key[4], size_t phase);

/* A payload that is made of one byte and its place: ASCII if the byte is. */
void fuzz_fill(uint8_t *bytes, size_t length, uint8_t seed);

/* OpenSSL's SHA-1, in the form the engine asks for. */
void fuzz_sha1(const void *bytes, size_t length, uint8_t digest[20]);

/* Payload memory that is counted in the struct ledger that `data` points to,
 * and SHA-1. A target that needs more hooks copies it. */
extern const struct wsc_hooks fuzz_hooks;

#endif
