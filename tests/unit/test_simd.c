/* SPDX-License-Identifier: MIT
 *
 * simd.c: every path that this processor can run, in frame.c and utf8.c, against
 * their loops over single bytes. test_frame.c and test_utf8.c say that those are
 * right; here it is borders of blocks, alignment, and where vectors meet words.
 */
#include "../../ext/engine/simd.c"

#include "harness.h"

#define FAR 300 /* longer than the largest block and what comes before and after */

/* ---- unmasking ------------------------------------------------------------------- */

static const uint8_t key[4] = {0x37, 0xFA, 0x21, 0x3D};

/* Masks `text` at one alignment into another, or in place; nothing beside it may change. */
static bool masks(const uint8_t *text, size_t length, size_t phase, size_t from, size_t to, bool in_place)
{
	static _Alignas(64) uint8_t room[2][64 + FAR + 64];
	uint8_t *src = room[0] + from;
	uint8_t *dst = in_place ? src : room[1] + to;
	bool same = true;

	memset(room, 0xA5, sizeof(room));
	memcpy(src, text, length);
	wsc_frame_unmask(dst, src, length, key, phase);
	for (size_t i = 0; i < length; i++) {
		same = same && dst[i] == (text[i] ^ key[(phase + i) % 4]);
	}
	same = same && (in_place || memcmp(src, text, length) == 0);
	for (size_t i = 0; i < 64; i++) {
		same = same && dst[length + i] == 0xA5 && (i >= (in_place ? from : to) || dst[-1 - (int) i] == 0xA5);
	}
	return same;
}

static void unmask_at_every_alignment(void)
{
	uint8_t text[FAR];

	for (size_t i = 0; i < FAR; i++) {
		text[i] = (uint8_t) (i * 31 + 7);
	}
	for (size_t from = 0; from < 64; from++) {
		for (size_t length = 0; length <= FAR; length++) {
			size_t phase = (from + length) % 4;
			size_t to = (from * 7 + length) % 64;

			CHECKF(masks(text, length, phase, from, to, false), "%s: %zu from %zu to %zu", wsc_simd.name, length, from,
			       to);
			CHECKF(masks(text, length, phase, from, to, true), "%s: %zu at %zu", wsc_simd.name, length, from);
		}
	}
	for (size_t length = 0; length <= FAR; length++) {
		for (size_t phase = 0; phase < 4; phase++) {
			CHECKF(masks(text, length, phase, 1, 2, false), "%s: %zu, phase %zu", wsc_simd.name, length, phase);
			CHECKF(masks(text, length, phase, 3, 3, true), "%s: %zu, phase %zu", wsc_simd.name, length, phase);
		}
	}
}

/* Both sides end with their memory. */
static void unmask_reads_nothing_else(void)
{
	uint8_t zero[FAR] = {0};

	for (size_t length = 1; length <= FAR; length++) {
		uint8_t *src = harness_copy(zero, length);
		uint8_t *dst = harness_copy(zero, length);

		wsc_frame_unmask(dst, src, length, key, 1);
		CHECK(dst[length - 1] == key[length % 4]);
		free(src);
		free(dst);
	}
}

/* ---- UTF-8 ------------------------------------------------------------------------- */

/* Is it the same at once as byte by byte? */
static bool agrees(const uint8_t *bytes, size_t length)
{
	struct wsc_utf8 whole = {0};
	struct wsc_utf8 single = {0};
	bool valid = true;

	for (size_t i = 0; i < length && valid; i++) {
		valid = wsc_utf8_feed(&single, bytes + i, 1);
	}
	return wsc_utf8_feed(&whole, bytes, length) == valid && (!valid || whole.state == single.state);
}

/* Both bytes in one block, and on both sides of a border. */
static void every_pair(void)
{
	static const size_t places[] = {40, 31, 63};
	size_t wrong = 0;

	for (size_t place = 0; place < LENGTH(places); place++) {
		uint8_t text[96];

		memset(text, 'a', sizeof(text));
		for (unsigned pair = 0; pair < 65536; pair++) {
			text[places[place]] = (uint8_t) (pair >> 8);
			text[places[place] + 1] = (uint8_t) pair;
			wrong += !agrees(text, sizeof(text));
		}
	}
	CHECKF(wrong == 0, "%s: %zu pairs", wsc_simd.name, wrong);
}

/* Bytes on both sides of every edge of RFC 3629, four by four. */
static void every_edge(void)
{
	static const uint8_t edges[] = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2,
	                                0xDF, 0xE0, 0xE1, 0xED, 0xF0, 0xF1, 0xF4, 0xF5};
	size_t wrong = 0;
	uint8_t text[80];

	memset(text, 'a', sizeof(text));
	for (size_t i = 0; i < LENGTH(edges) * LENGTH(edges) * LENGTH(edges) * LENGTH(edges); i++) {
		size_t left = i;
		size_t place = 28 + i % 5;

		for (size_t k = 0; k < 4; k++) {
			text[place + k] = edges[left % LENGTH(edges)];
			left /= LENGTH(edges);
		}
		wrong += !agrees(text, sizeof(text));
		memset(text + place, 'a', 4);
	}
	CHECKF(wrong == 0, "%s: %zu of them", wsc_simd.name, wrong);
}

/* Good and bad, whole and cut, at every place of texts of one kind of character. */
static void sequences_at_every_place(void)
{
	static const char *const fillers[] = {"a", "\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
	static const char *const sequences[] = {
		"b",        "\xC3\xA4",     "\xED\x9F\xBF",     "\xF4\x8F\xBF\xBF", "\x80",         "\xC3",
		"\xC0\x80", "\xE2\x82",     "\xE0\x9F\xBF",     "\xED\xA0\x80",     "\xE2",         "\xE2\x82\xAC\x80",
		"\xF0\x9F", "\xF0\x9F\x98", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5",         "\xFF",
		"\xF0",     "\xC1\xBF",     "\xF1\x80\x80\x80", "\xF8\x88\x80\x80", "\xEF\xBF\xBF", "\xF0\x9F\x98\x80\x80",
	};
	static const size_t behind[] = {0, 1, 2, 3, 16, 31, 40, 64, 140};
	size_t wrong = 0;

	for (size_t filler = 0; filler < LENGTH(fillers); filler++) {
		size_t unit = strlen(fillers[filler]);

		for (size_t before = 0; before < 150; before += unit) {
			for (size_t i = 0; i < LENGTH(sequences) * LENGTH(behind); i++) {
				const char *sequence = sequences[i % LENGTH(sequences)];
				size_t after = behind[i / LENGTH(sequences)];
				uint8_t text[FAR + 8];
				size_t length = 0;
				uint8_t *exact;

				while (length < before) {
					memcpy(text + length, fillers[filler], unit);
					length += unit;
				}
				memcpy(text + length, sequence, strlen(sequence));
				length += strlen(sequence);
				for (size_t k = 0; k < after; k++) {
					text[length++] = (uint8_t) fillers[filler][k % unit];
				}
				exact = harness_copy(text, length);
				wrong += !agrees(exact, length);
				free(exact);
			}
		}
	}
	CHECKF(wrong == 0, "%s: %zu texts", wsc_simd.name, wrong);
}

/* A bad byte in ASCII of every length, at every alignment. */
static void ascii_at_every_alignment(void)
{
	static _Alignas(64) uint8_t room[64 + FAR];
	size_t wrong = 0;

	memset(room, 'a', sizeof(room));
	for (size_t from = 0; from < 64; from++) {
		for (size_t length = 1; length <= FAR; length++) {
			struct wsc_utf8 utf8 = {0};
			size_t bad = (length * 5 + from) % length;

			wrong += !wsc_utf8_feed(&utf8, room + from, length) || !wsc_utf8_complete(&utf8);
			room[from + bad] = 0x80;
			wrong += wsc_utf8_feed(&utf8, room + from, length);
			room[from + bad] = 'a';
		}
	}
	CHECKF(wrong == 0, "%s: %zu texts", wsc_simd.name, wrong);
}

/* A path that passes over nothing is right in all of the above, and slow. */
static void whole_blocks(void)
{
	uint8_t text[128];
	uint8_t out[128];

	memset(text, 'a', sizeof(text));
	CHECKF(wsc_simd.utf8(text, sizeof(text)) == sizeof(text), "%s", wsc_simd.name);
	CHECKF(wsc_simd.unmask(out, text, sizeof(text), 0) == sizeof(text), "%s", wsc_simd.name);
	if (strcmp(wsc_simd.name, "avx2") == 0 || strcmp(wsc_simd.name, "neon") == 0) {
		for (size_t i = 0; i + 3 < sizeof(text); i += 3) {
			memcpy(text + i, "\xE2\x82\xAC", 3);
		}
		CHECKF(wsc_simd.utf8(text, sizeof(text)) >= 96, "%s", wsc_simd.name);
	}
}

static void the_best_is_used(void)
{
	const struct wsc_simd *best = NULL;

	wsc_simd_init();
	for (size_t n = 0; wsc_simd_path(n); n++) {
		best = wsc_simd_path(n);
	}
	CHECK(best && strcmp(best->name, wsc_simd.name) == 0);
}

void test_simd(void)
{
	for (size_t n = 0; wsc_simd_path(n); n++) {
		wsc_simd = *wsc_simd_path(n);
		RUN(whole_blocks);
		RUN(unmask_at_every_alignment);
		RUN(unmask_reads_nothing_else);
		RUN(every_pair);
		RUN(every_edge);
		RUN(sequences_at_every_place);
		RUN(ascii_at_every_alignment);
	}
	RUN(the_best_is_used);
}
