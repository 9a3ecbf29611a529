/* SPDX-License-Identifier: MIT
 *
 * utf8.c against a slow decoder that works the other way round: it asks whether
 * any code point begins with the bytes so far, by arithmetic on code points.
 */
#include "../../ext/engine/utf8.c"

#include "harness.h"

enum reading {
	READING_BAD,
	READING_PART,
	READING_WHOLE
};

/* What are these 1 to 4 bytes: a code point, the beginning of one, or neither? */
static enum reading reference(const uint8_t *bytes, size_t length)
{
	static const uint32_t smallest[] = {0, 0x0, 0x80, 0x800, 0x10000};
	uint32_t low;
	uint32_t high;
	size_t size;

	if (bytes[0] < 0x80) {
		size = 1;
		low = bytes[0];
	} else if ((bytes[0] & 0xE0) == 0xC0) {
		size = 2;
		low = bytes[0] & 0x1F;
	} else if ((bytes[0] & 0xF0) == 0xE0) {
		size = 3;
		low = bytes[0] & 0x0F;
	} else if ((bytes[0] & 0xF8) == 0xF0) {
		size = 4;
		low = bytes[0] & 0x07;
	} else {
		return READING_BAD;
	}
	if (length > size) {
		return READING_BAD;
	}
	for (size_t i = 1; i < length; i++) {
		if ((bytes[i] & 0xC0) != 0x80) {
			return READING_BAD;
		}
		low = low << 6 | (bytes[i] & 0x3F);
	}
	high = low;
	for (size_t i = length; i < size; i++) {
		low = low << 6;
		high = high << 6 | 0x3F;
	}
	if (high < smallest[size] || low > 0x10FFFF || (low >= 0xD800 && high <= 0xDFFF)) {
		return READING_BAD;
	}
	return length == size ? READING_WHOLE : READING_PART;
}

/* How many bytes pass before one is refused; `length` when none is. */
static size_t reference_accepts(const uint8_t *bytes, size_t length, bool *complete)
{
	size_t start = 0;

	for (size_t i = 0; i < length; i++) {
		switch (reference(bytes + start, i + 1 - start)) {
		case READING_BAD:
			return i;
		case READING_WHOLE:
			start = i + 1;
			break;
		case READING_PART:
			break;
		}
	}
	*complete = start == length;
	return length;
}

/* Does utf8.c see these bytes as the reference does, at once and one by one? */
static bool agrees(const uint8_t *bytes, size_t length)
{
	struct wsc_utf8 whole = {0};
	struct wsc_utf8 single = {0};
	bool complete = false;
	size_t expected = reference_accepts(bytes, length, &complete);
	size_t accepted = 0;

	if (wsc_utf8_feed(&whole, bytes, length) != (expected == length)) {
		return false;
	}
	while (accepted < length && wsc_utf8_feed(&single, bytes + accepted, 1)) {
		accepted++;
	}
	if (accepted != expected) {
		return false;
	}
	return expected < length || (wsc_utf8_complete(&whole) == complete && wsc_utf8_complete(&single) == complete);
}

static size_t encode(uint32_t point, uint8_t out[4])
{
	if (point < 0x80) {
		out[0] = (uint8_t) point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (uint8_t) (0xC0 | point >> 6);
		out[1] = (uint8_t) (0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (uint8_t) (0xE0 | point >> 12);
		out[1] = (uint8_t) (0x80 | (point >> 6 & 0x3F));
		out[2] = (uint8_t) (0x80 | (point & 0x3F));
		return 3;
	}
	out[0] = (uint8_t) (0xF0 | point >> 18);
	out[1] = (uint8_t) (0x80 | (point >> 12 & 0x3F));
	out[2] = (uint8_t) (0x80 | (point >> 6 & 0x3F));
	out[3] = (uint8_t) (0x80 | (point & 0x3F));
	return 4;
}

/* Bytes on both sides of every edge of the tables in RFC 3629. */
static const uint8_t edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
                                0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xF0, 0xF4, 0xF5, 0xFF};

static void one_and_two_bytes(void)
{
	for (uint32_t first = 0; first < 256; first++) {
		uint8_t bytes[2] = {(uint8_t) first, 0};

		CHECKF(agrees(bytes, 1), "%02X", first);
		for (uint32_t second = 0; second < 256; second++) {
			bytes[1] = (uint8_t) second;
			CHECKF(agrees(bytes, 2), "%02X %02X", first, second);
		}
	}
}

static void three_bytes(void)
{
	/* Behind two bytes that are no beginning a third has nothing to say. */
	for (uint32_t first = 0xC0; first < 256; first++) {
		for (uint32_t rest = 0; rest < 65536; rest++) {
			uint8_t bytes[3] = {(uint8_t) first, (uint8_t) (rest >> 8), (uint8_t) rest};

			CHECKF(agrees(bytes, 3), "%02X %02X %02X", bytes[0], bytes[1], bytes[2]);
		}
	}
}

static void four_bytes(void)
{
	for (uint32_t first = 0xE0; first < 256; first++) {
		for (size_t i = 0; i < LENGTH(edges) * LENGTH(edges) * LENGTH(edges); i++) {
			uint8_t bytes[4] = {(uint8_t) first, edges[i % LENGTH(edges)], edges[i / LENGTH(edges) % LENGTH(edges)],
			                    edges[i / LENGTH(edges) / LENGTH(edges)]};

			CHECKF(agrees(bytes, 4), "%02X %02X %02X %02X", bytes[0], bytes[1], bytes[2], bytes[3]);
		}
	}
}

static void every_code_point(void)
{
	for (uint32_t point = 0; point <= 0x110FFF; point++) {
		struct wsc_utf8 utf8 = {0};
		uint8_t bytes[4];
		size_t size = encode(point, bytes);
		bool valid = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);

		if ((wsc_utf8_feed(&utf8, bytes, size) && wsc_utf8_complete(&utf8)) != valid) {
			CHECKF(false, "U+%04X", point);
		}
	}
	CHECK(true); /* a million checks would only be slow */
}

/* The first and last code points of each length and around the surrogates, all
 * in one text, with ASCII in between so that both paths meet at every offset. */
static void boundaries_at_every_cut(void)
{
	static const uint32_t points[] = {0x0,     0x7F,    0x80,    0x7FF,    0x800,   0xFFF,  0x1000,
	                                  0xCFFF,  0xD000,  0xD7FF,  0xE000,   0xFFFD,  0xFFFF, 0x10000,
	                                  0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF};
	static const char ascii[] = "abcdefghijklmnopqr";
	uint8_t text[LENGTH(points) * 24];
	bool starts[LENGTH(text) + 1] = {false};
	size_t length = 0;

	for (size_t i = 0; i < LENGTH(points); i++) {
		starts[length] = true;
		length += encode(points[i], text + length);
		for (size_t k = 0; k < i; k++) {
			starts[length] = true;
			text[length++] = (uint8_t) ascii[k];
		}
	}
	starts[length] = true;
	for (size_t cut = 0; cut <= length; cut++) {
		struct wsc_utf8 utf8 = {0};
		uint8_t *head = harness_copy(text, cut);
		uint8_t *tail = harness_copy(text + cut, length - cut);

		CHECKF(wsc_utf8_feed(&utf8, head, cut), "cut %zu", cut);
		CHECKF(wsc_utf8_complete(&utf8) == starts[cut], "cut %zu", cut);
		CHECKF(wsc_utf8_feed(&utf8, tail, length - cut), "cut %zu", cut);
		CHECKF(wsc_utf8_complete(&utf8), "cut %zu", cut);
		free(head);
		free(tail);
	}
}

/* One bad byte anywhere in ASCII of any length and alignment. */
static void bad_byte_in_ascii(void)
{
	static const uint8_t bad[] = {0x80, 0xBF, 0xC0, 0xFF};

	for (size_t length = 0; length <= 40; length++) {
		for (size_t offset = 0; offset < 8; offset++) {
			uint8_t *memory = malloc(offset + length + 1); /* + 1 only so that it is never 0 */
			uint8_t *text = memory + 1 + offset;
			struct wsc_utf8 utf8 = {0};

			memset(text, 'a', length);
			CHECK(wsc_utf8_feed(&utf8, text, length) && wsc_utf8_complete(&utf8));
			for (size_t at = 0; at < length; at++) {
				utf8.state = 0;
				text[at] = bad[(at + offset) % LENGTH(bad)];
				CHECKF(!wsc_utf8_feed(&utf8, text, length), "%zu of %zu, offset %zu", at, length, offset);
				text[at] = 'a';
			}
			free(memory);
		}
	}
}

static void nothing_changes_nothing(void)
{
	struct wsc_utf8 utf8 = {0};

	CHECK(wsc_utf8_feed(&utf8, NULL, 0));
	CHECK(wsc_utf8_complete(&utf8));
	CHECK(wsc_utf8_feed(&utf8, (const uint8_t *) "\xE2", 1));
	CHECK(wsc_utf8_feed(&utf8, NULL, 0));
	CHECK(!wsc_utf8_complete(&utf8));
	CHECK(wsc_utf8_feed(&utf8, (const uint8_t *) "\x82\xAC", 2));
	CHECK(wsc_utf8_complete(&utf8));
}

void test_utf8(void)
{
	RUN(one_and_two_bytes);
	RUN(three_bytes);
	RUN(four_bytes);
	RUN(every_code_point);
	RUN(boundaries_at_every_cut);
	RUN(bad_byte_in_ascii);
	RUN(nothing_changes_nothing);
}
