/* SPDX-License-Identifier: MIT
 *
 * L0: the header that HAProxy's PROXY protocol puts before a connection, so that
 * the server behind a proxy knows who the client is. Version 1 is a line of text,
 * version 2 is binary; which of them came is seen by the first bytes. It refuses
 * what the protocol calls unexpected: commands, families and lengths that do not
 * fit, TLVs that do not end where the header does, a CRC-32C that is wrong. What it
 * has no use for is skipped: destinations, ports, all other TLVs.
 *
 * Called by origin.c with whatever has arrived so far, again and again.
 */
#include "codec.h"

#include <string.h>

/* "PROXY UNKNOWN", two addresses of 39 bytes, two ports, spaces and CRLF: never more */
#define TEXT_MAX 107

#define BINARY_FIXED 16
#define TLV_CRC32C 0x03

static const uint8_t signature[12] = {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'};
static const char text_signature[] = "PROXY ";

/* ---- version 1 ------------------------------------------------------------------- */

/* The next word; its end is a space or the end of the line. false: there is none. */
static bool next_word(const char **at, const char *end, struct wsc_slice *word)
{
	const char *space;

	if (*at == NULL || *at == end) {
		return false;
	}
	space = memchr(*at, ' ', (size_t) (end - *at));
	*word = (struct wsc_slice){*at, (size_t) ((space ? space : end) - *at)};
	*at = space ? space + 1 : NULL;
	return word->length > 0;
}

static bool parse_port(struct wsc_slice word, uint16_t *port)
{
	uint32_t number = 0;

	for (size_t i = 0; i < word.length; i++) {
		if (word.bytes[i] < '0' || word.bytes[i] > '9') {
			return false;
		}
		number = number * 10 + (uint32_t) (word.bytes[i] - '0');
	}
	*port = (uint16_t) number;
	return word.length <= 5 && number <= 65535 && (word.length == 1 || word.bytes[0] != '0');
}

static bool is_ip_of(struct wsc_slice word, bool six, struct wsc_ip *ip)
{
	return wsc_ip_parse(word, ip) && (memchr(word.bytes, ':', word.length) != NULL) == six;
}

/* What stands between the signature and CRLF. */
static bool parse_line(const char *at, const char *end, struct wsc_proxy *proxy)
{
	struct wsc_slice word;
	struct wsc_ip destination;
	uint16_t destination_port;
	bool six;

	if (!next_word(&at, end, &word)) {
		return false;
	}
	if (word.length == 7 && memcmp(word.bytes, "UNKNOWN", 7) == 0) {
		return true; /* whatever follows is to be ignored */
	}
	if (word.length != 4 || memcmp(word.bytes, "TCP", 3) != 0 || (word.bytes[3] != '4' && word.bytes[3] != '6')) {
		return false;
	}
	six = word.bytes[3] == '6';
	proxy->known = next_word(&at, end, &word) && is_ip_of(word, six, &proxy->source) && next_word(&at, end, &word) &&
	               is_ip_of(word, six, &destination) && next_word(&at, end, &word) && parse_port(word, &proxy->port) &&
	               next_word(&at, end, &word) && parse_port(word, &destination_port) && at == NULL;
	return proxy->known;
}

static long parse_text(const char *bytes, size_t length, struct wsc_proxy *proxy)
{
	size_t known = sizeof text_signature - 1;
	size_t most = length < TEXT_MAX ? length : TEXT_MAX;
	const char *end;

	if (memcmp(bytes, text_signature, most < known ? most : known) != 0) {
		return WSC_PROXY_BAD;
	}
	end = memchr(bytes, '\r', most);
	if (!end || end + 1 == bytes + most) {
		return most < TEXT_MAX ? WSC_PROXY_MORE : WSC_PROXY_BAD;
	}
	if (end[1] != '\n' || !parse_line(bytes + known, end, proxy)) {
		return WSC_PROXY_BAD;
	}
	return (long) (end - bytes) + 2;
}

/* ---- version 2 ------------------------------------------------------------------- */

/* CRC-32C (RFC 9260 appendix A) goes on with these bytes. Bit by bit: it is at most
 * a few hundred bytes once a connection. */
static uint32_t crc32c(uint32_t crc, const uint8_t *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		crc ^= bytes[i];
		for (int bit = 0; bit < 8; bit++) {
			crc = crc >> 1 ^ (0x82F63B78 & (0 - (crc & 1)));
		}
	}
	return crc;
}

/* Over the whole header, in which the four bytes of the sum itself count as zero. */
static bool crc_is_right(const uint8_t *bytes, size_t length, size_t at)
{
	static const uint8_t zero[4] = {0};
	uint32_t given = (uint32_t) bytes[at] << 24 | (uint32_t) bytes[at + 1] << 16 | (uint32_t) bytes[at + 2] << 8 |
	                 (uint32_t) bytes[at + 3];
	uint32_t crc = crc32c(UINT32_MAX, bytes, at);

	crc = crc32c(crc, zero, sizeof zero);
	crc = crc32c(crc, bytes + at + 4, length - at - 4);
	return ~crc == given;
}

static bool check_tlvs(const uint8_t *bytes, size_t length, size_t at)
{
	while (at < length) {
		size_t size;

		if (length - at < 3) {
			return false;
		}
		size = (size_t) bytes[at + 1] << 8 | bytes[at + 2];
		if (length - at - 3 < size) {
			return false;
		}
		if (bytes[at] == TLV_CRC32C && (size != 4 || !crc_is_right(bytes, length, at + 3))) {
			return false;
		}
		at += 3 + size;
	}
	return true;
}

/* Bytes of the two addresses, by family and transport; -1: no such pair. */
static int addresses_size(uint8_t family)
{
	switch (family) {
	case 0x00:
		return 0;
	case 0x11:
	case 0x12:
		return 12;
	case 0x21:
	case 0x22:
		return 36;
	case 0x31:
	case 0x32:
		return 216;
	default:
		return -1;
	}
}

static long parse_binary(const uint8_t *bytes, size_t length, size_t limit, struct wsc_proxy *proxy)
{
	size_t total;
	int size;

	if (memcmp(bytes, signature, length < sizeof signature ? length : sizeof signature) != 0) {
		return WSC_PROXY_BAD;
	}
	if (length < BINARY_FIXED) {
		return WSC_PROXY_MORE;
	}
	total = BINARY_FIXED + ((size_t) bytes[14] << 8 | bytes[15]);
	if ((bytes[12] != 0x20 && bytes[12] != 0x21) || total > limit) {
		return WSC_PROXY_BAD;
	}
	if (length < total) {
		return WSC_PROXY_MORE;
	}
	size = addresses_size(bytes[13]);
	if (bytes[12] == 0x20 || size == 0) {
		return (long) total; /* LOCAL or UNSPEC: all of it is to be ignored */
	}
	if (size < 0 || total < BINARY_FIXED + (size_t) size || !check_tlvs(bytes, total, BINARY_FIXED + (size_t) size)) {
		return WSC_PROXY_BAD;
	}
	if (bytes[13] == 0x11 || bytes[13] == 0x21) {
		const uint8_t *port = bytes + BINARY_FIXED + size - 4; /* both ports stand at the end */

		proxy->known = true;
		proxy->source = wsc_ip_of(bytes[13] == 0x11 ? WSC_FAMILY_IPV4 : WSC_FAMILY_IPV6, bytes + BINARY_FIXED);
		proxy->port = (uint16_t) (port[0] << 8 | port[1]);
	}
	return (long) total;
}

long wsc_proxy_parse(const uint8_t *bytes, size_t length, size_t limit, struct wsc_proxy *proxy)
{
	*proxy = (struct wsc_proxy){0};
	if (length == 0) {
		return WSC_PROXY_MORE;
	}
	return bytes[0] == signature[0] ? parse_binary(bytes, length, limit, proxy)
	                                : parse_text((const char *) bytes, length, proxy);
}
