/* SPDX-License-Identifier: MIT
 *
 * See fuzz.h. Beside that it stands in for harness.c of the unit tests, whose
 * ledger.c is linked in. libFuzzer does not watch what runs here: loops over
 * long payloads teach it nothing and cost it most of its time.
 */
#include "fuzz.h"

#include "../../ext/engine/codec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/sha.h>

/* Called before the first input. */
int LLVMFuzzerInitialize(int *count, char ***names)
{
	(void) count;
	(void) names;
	wsc_simd_init();
	return 0;
}

_Noreturn void fuzz_fail(const char *file, int line, const char *text)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, text);
	abort();
}

/* What CHECK of ../unit/harness.h calls; not included, for it has a LENGTH too. */
bool harness_check(bool condition, const char *file, int line, const char *text, const char *format, ...);

bool harness_check(bool condition, const char *file, int line, const char *text, const char *format, ...)
{
	(void) format;
	if (!condition) {
		fuzz_fail(file, line, text);
	}
	return true;
}

uint8_t fuzz_byte(struct fuzz_input *input)
{
	return input->length > 0 ? input->bytes[--input->length] : 0;
}

uint16_t fuzz_word(struct fuzz_input *input)
{
	uint8_t low = fuzz_byte(input);

	return (uint16_t) (fuzz_byte(input) << 8 | low);
}

struct fuzz_cuts fuzz_cuts(struct fuzz_input *input)
{
	struct fuzz_cuts cuts = {.count = fuzz_byte(input) % (FUZZ_CUTS_MAX + 1)};

	for (size_t i = 0; i < cuts.count; i++) {
		cuts.pieces[i] = fuzz_byte(input);
	}
	return cuts;
}

/* A byte stands for 1 … 192 bytes, or for up to 64 KiB in steps of 1 KiB, so
 * that a short list of cuts suits a long input too. */
size_t fuzz_cut(struct fuzz_cuts *cuts, size_t left)
{
	size_t piece = left;

	if (cuts->count > 0) {
		uint8_t byte = cuts->pieces[cuts->next];

		cuts->next = (cuts->next + 1) % cuts->count;
		piece = byte < 192 ? (size_t) byte + 1 : ((size_t) byte - 191) * 1024;
	}
	return piece < left ? piece : left;
}

void *fuzz_copy(const void *bytes, size_t length)
{
	void *copy = malloc(length > 0 ? length : 1);

	if (copy == NULL) {
		fuzz_fail(__FILE__, __LINE__, "there is memory");
	}
	if (length > 0) {
		memcpy(copy, bytes, length);
	}
	return copy;
}

void fuzz_mask(uint8_t *dst, const uint8_t *src, size_t length, const uint8_t key[4], size_t phase)
{
	for (size_t i = 0; i < length; i++) {
		dst[i] = src[i] ^ key[(phase + i) % 4];
	}
}

void fuzz_fill(uint8_t *bytes, size_t length, uint8_t seed)
{
	/* No period of a length that a mistake could be off by. */
	for (size_t i = 0; i < length; i++) {
		bytes[i] = (uint8_t) ((seed & 0x80) | ((seed + i * 7 + i / 251) & 0x7F));
	}
}

void fuzz_sha1(const void *bytes, size_t length, uint8_t digest[20])
{
	SHA1(bytes, length, digest);
}

const struct wsc_hooks fuzz_hooks = {
	.payload_alloc = ledger_alloc,
	.payload_resize = ledger_resize,
	.payload_ref = ledger_ref,
	.payload_unref = ledger_unref,
	.sha1 = fuzz_sha1,
};
