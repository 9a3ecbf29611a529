/* SPDX-License-Identifier: MIT
 *
 * accept_key.c: the sample of RFC 6455, every last letter a key may and may not
 * have, and base64 of digests whose text is known.
 */
#include "../../ext/engine/accept_key.c"

#include "harness.h"

static struct wsc_slice slice_of(const char *text)
{
	return (struct wsc_slice){text, strlen(text)};
}

static void sample_of_the_rfc(void)
{
	char *key = harness_copy("dGhlIHNhbXBsZSBub25jZQ==", 24);
	char *out = malloc(WSC_ACCEPT_KEY_SIZE);

	CHECK(wsc_accept_key_valid((struct wsc_slice){key, 24}));
	wsc_accept_key((struct wsc_slice){key, 24}, harness_sha1, out);
	CHECKF(memcmp(out, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", WSC_ACCEPT_KEY_SIZE) == 0, "%.28s", out);
	free(key);
	free(out);
}

static void hash_of_zeros(const void *bytes, size_t length, uint8_t digest[20])
{
	(void) bytes;
	(void) length;
	memset(digest, 0x00, 20);
}

static void hash_of_ones(const void *bytes, size_t length, uint8_t digest[20])
{
	(void) bytes;
	(void) length;
	memset(digest, 0xFF, 20);
}

static void hash_of_steps(const void *bytes, size_t length, uint8_t digest[20])
{
	CHECK(length == 60);
	CHECK(memcmp(bytes, "AAAAAAAAAAAAAAAAAAAAAA==258EAFA5-E914-47DA-95CA-C5AB0DC85B11", 60) == 0);
	for (size_t i = 0; i < 20; i++) {
		digest[i] = (uint8_t) (i * 13);
	}
}

static void base64(void)
{
	static const struct {
		wsc_sha1 sha1;
		const char *text;
	} rows[] = {
		{hash_of_zeros, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="},
		{hash_of_ones, "//////////////////////////8="},
		{hash_of_steps, "AA0aJzRBTltodYKPnKm2w9Dd6vc="},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		char out[WSC_ACCEPT_KEY_SIZE];

		wsc_accept_key(slice_of("AAAAAAAAAAAAAAAAAAAAAA=="), rows[i].sha1, out);
		CHECKF(memcmp(out, rows[i].text, sizeof(out)) == 0, "%.28s", out);
	}
}

static void keys(void)
{
	static const struct {
		const char *key;
		bool valid;
	} rows[] = {
		{"AAAAAAAAAAAAAAAAAAAAAA==", true},
		{"/+09azAZ////////////zw==", true},
		{"", false},
		{"==", false},
		{"AAAAAAAAAAAAAAAAAAAAA==", false},
		{"AAAAAAAAAAAAAAAAAAAAAAA==", false},
		{"AAAAAAAAAAAAAAAAAAAAAAA=", false},
		{"AAAAAAAAAAAAAAAAAAAAAAAA", false},
		{"AAAAAAAAAAAAAAAAAAAAA===", false},
		{"AAAAAAAAAAAAAAAAAAAAAA=A", false},
		{"AAAAAAAAAAAAAAAAAAAAAA==AAAA", false},
		{"AAAA-AAAAAAAAAAAAAAAAA==", false},
		{"AAAA_AAAAAAAAAAAAAAAAA==", false},
		{" AAAAAAAAAAAAAAAAAAAAA==", false},
		{"AAAA=AAAAAAAAAAAAAAAAA==", false},
		{"AAAAAAAA\xC3\xA9ZZZZZZZZZZZZ==", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		size_t length = strlen(rows[i].key);
		char *key = harness_copy(rows[i].key, length);

		CHECKF(wsc_accept_key_valid((struct wsc_slice){key, length}) == rows[i].valid, "%s", rows[i].key);
		free(key);
	}
}

/* Every byte in every place: letters are right in 22 of them and "=" in two. */
static void every_byte_in_every_place(void)
{
	for (size_t at = 0; at < 24; at++) {
		for (int byte = 0; byte < 256; byte++) {
			char key[] = "AAAAAAAAAAAAAAAAAAAAAA==";
			bool letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
			              (byte >= '0' && byte <= '9') || byte == '+' || byte == '/';
			bool expected = letter;

			if (at > 21) {
				expected = byte == '=';
			}
			key[at] = (char) byte;
			CHECKF(wsc_accept_key_valid((struct wsc_slice){key, 24}) == expected, "%02X at %zu", (unsigned) byte, at);
		}
	}
}

void test_accept_key(void)
{
	RUN(sample_of_the_rfc);
	RUN(base64);
	RUN(keys);
	RUN(every_byte_in_every_place);
}
