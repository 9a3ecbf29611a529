/* SPDX-License-Identifier: MIT
 *
 * Sec-WebSocket-Key in, Sec-WebSocket-Accept out: RFC 6455 sections 4.2.1 (5)
 * and 4.2.2 (5.4). Knows the base64 of 16 and of 20 bytes and nothing more of
 * it; brings no SHA-1 of its own, the caller hands one in.
 *
 * A key is 22 letters and two "=". The four bits of the last letter that stand
 * for nothing may be set, as they are in the RFC's own example (section 4.1).
 * What a key decodes to is of no interest, so it is never decoded.
 *
 * Called by handshake.c.
 */
#include "codec.h"

#include <string.h>

#define KEY_SIZE 24    /* base64 of 16 bytes */
#define KEY_LETTERS 22 /* … without the "==" */
#define DIGEST_SIZE 20

static const char guid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static bool is_letter(char byte)
{
	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
	       byte == '+' || byte == '/';
}

bool wsc_accept_key_valid(struct wsc_slice key)
{
	if (key.length != KEY_SIZE || key.bytes[KEY_SIZE - 2] != '=' || key.bytes[KEY_SIZE - 1] != '=') {
		return false;
	}
	for (size_t i = 0; i < KEY_LETTERS; i++) {
		if (!is_letter(key.bytes[i])) {
			return false;
		}
	}
	return true;
}

void wsc_accept_key(struct wsc_slice key, wsc_sha1 sha1, char out[WSC_ACCEPT_KEY_SIZE])
{
	char text[KEY_SIZE + sizeof(guid) - 1];
	uint8_t digest[DIGEST_SIZE + 1]; /* one zero more: seven groups of three */

	memcpy(text, key.bytes, KEY_SIZE);
	memcpy(text + KEY_SIZE, guid, sizeof(guid) - 1);
	sha1(text, sizeof(text), digest);
	digest[DIGEST_SIZE] = 0;

	for (size_t group = 0; group < WSC_ACCEPT_KEY_SIZE / 4; group++) {
		const uint8_t *three = digest + group * 3;
		uint32_t bits = (uint32_t) three[0] << 16 | (uint32_t) three[1] << 8 | three[2];

		for (size_t i = 0; i < 4; i++) {
			out[group * 4 + i] = alphabet[bits >> (18 - 6 * i) & 0x3F];
		}
	}
	out[WSC_ACCEPT_KEY_SIZE - 1] = '=';
}
