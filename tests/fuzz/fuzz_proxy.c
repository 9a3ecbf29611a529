/* SPDX-License-Identifier: MIT
 *
 * wsc_proxy_parse() against a reader that waits for the whole header: for version 1
 * sscanf() and the system's inet_pton(), for version 2 one field after the other. The
 * result must be the same for the whole input and for each of its beginnings, of
 * which every byte is the header's as long as more is asked for.
 *
 * Input: the bytes that a proxy sends; behind them the limit.
 */
#include "fuzz.h"

#include "../../ext/engine/codec.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES 107

/* ---- the slow reader --------------------------------------------------------------- */

static bool read_ip(const char *text, bool six, struct wsc_ip *ip)
{
	uint8_t bytes[16];

	if (inet_pton(six ? AF_INET6 : AF_INET, text, bytes) != 1) {
		return false;
	}
	*ip = wsc_ip_of(six ? WSC_FAMILY_IPV6 : WSC_FAMILY_IPV4, bytes);
	return true;
}

static bool read_port(const char *text)
{
	char again[16];

	snprintf(again, sizeof again, "%u", (unsigned) strtoul(text, NULL, 10));
	return strcmp(again, text) == 0 && strtoul(text, NULL, 10) < 65536;
}

/* A line without its end, and with one NUL behind it. */
static bool read_line(const char *line, struct wsc_proxy *proxy)
{
	char family[8], source[64], destination[64], from[8], to[8], again[256];
	struct wsc_ip other;

	if (strcmp(line, "PROXY UNKNOWN") == 0 || strncmp(line, "PROXY UNKNOWN ", 14) == 0) {
		return true;
	}
	if (sscanf(line, "PROXY %7s %63s %63s %7s %7s", family, source, destination, from, to) != 5) {
		return false;
	}
	snprintf(again, sizeof again, "PROXY %s %s %s %s %s", family, source, destination, from, to);
	proxy->known = strcmp(again, line) == 0 && (strcmp(family, "TCP4") == 0 || strcmp(family, "TCP6") == 0) &&
	               read_ip(source, family[3] == '6', &proxy->source) &&
	               read_ip(destination, family[3] == '6', &other) && read_port(from) && read_port(to);
	return proxy->known;
}

static long read_text(const uint8_t *bytes, size_t length, struct wsc_proxy *proxy)
{
	char line[LINE_MAX_BYTES + 1];
	size_t i;

	for (i = 0; i < length && i < LINE_MAX_BYTES; i++) {
		if (i < 6 && bytes[i] != "PROXY "[i]) {
			return WSC_PROXY_BAD;
		}
		if (bytes[i] == '\r' && i + 1 < LINE_MAX_BYTES) {
			if (i + 1 == length) {
				return WSC_PROXY_MORE;
			}
			memcpy(line, bytes, i);
			line[i] = '\0';
			/* A NUL byte ends what was compared too early. */
			return bytes[i + 1] == '\n' && (strlen(line) == i || strncmp(line, "PROXY UNKNOWN ", 14) == 0) &&
			               read_line(line, proxy)
			           ? (long) i + 2
			           : WSC_PROXY_BAD;
		}
	}
	return i < LINE_MAX_BYTES ? WSC_PROXY_MORE : WSC_PROXY_BAD;
}

/* CRC-32C by its polynomial, from the highest power down. */
static uint32_t sum(const uint8_t *bytes, size_t length, size_t zero_at)
{
	uint32_t crc = UINT32_MAX;

	for (size_t i = 0; i < length * 8; i++) {
		size_t at = i / 8;
		uint32_t bit = at >= zero_at && at < zero_at + 4 ? 0 : bytes[at] >> i % 8 & 1;

		crc = ((crc ^ bit) & 1) != 0 ? crc >> 1 ^ 0x82F63B78 : crc >> 1;
	}
	return crc ^ UINT32_MAX;
}

static bool read_values(const uint8_t *bytes, size_t total, size_t at)
{
	while (at != total) {
		size_t value = at + 3;

		if (value > total || value + bytes[at + 1] * 256U + bytes[at + 2] > total) {
			return false;
		}
		if (bytes[at] == 3) {
			uint32_t crc;

			if (bytes[at + 1] != 0 || bytes[at + 2] != 4) {
				return false;
			}
			memcpy(&crc, bytes + value, 4);
			if (ntohl(crc) != sum(bytes, total, value)) {
				return false;
			}
		}
		at = value + bytes[at + 1] * 256U + bytes[at + 2];
	}
	return true;
}

static long read_binary(const uint8_t *bytes, size_t length, size_t limit, struct wsc_proxy *proxy)
{
	static const size_t sizes[4] = {0, 12, 36, 216};
	size_t total, addresses;

	for (size_t i = 0; i < length && i < 12; i++) {
		if (bytes[i] != (uint8_t) "\r\n\r\n\0\r\nQUIT\n"[i]) {
			return WSC_PROXY_BAD;
		}
	}
	if (length < 16) {
		return WSC_PROXY_MORE;
	}
	total = 16 + bytes[14] * 256U + bytes[15];
	if (bytes[12] >> 4 != 2 || (bytes[12] & 15) > 1 || total > limit) {
		return WSC_PROXY_BAD;
	}
	if (length < total) {
		return WSC_PROXY_MORE;
	}
	if ((bytes[12] & 15) == 0 || bytes[13] == 0) {
		return (long) total;
	}
	if (bytes[13] >> 4 < 1 || bytes[13] >> 4 > 3 || (bytes[13] & 15) < 1 || (bytes[13] & 15) > 2) {
		return WSC_PROXY_BAD;
	}
	addresses = sizes[bytes[13] >> 4];
	if (total < 16 + addresses || !read_values(bytes, total, 16 + addresses)) {
		return WSC_PROXY_BAD;
	}
	if (bytes[13] == 0x11 || bytes[13] == 0x21) {
		proxy->known = true;
		proxy->source = wsc_ip_of(bytes[13] == 0x11 ? WSC_FAMILY_IPV4 : WSC_FAMILY_IPV6, bytes + 16);
	}
	return (long) total;
}

static long reference(const uint8_t *bytes, size_t length, size_t limit, struct wsc_proxy *proxy)
{
	memset(proxy, 0, sizeof *proxy);
	return length == 0        ? WSC_PROXY_MORE
	       : bytes[0] == '\r' ? read_binary(bytes, length, limit, proxy)
	                          : read_text(bytes, length, proxy);
}

/* ---- the test --------------------------------------------------------------------------- */

static long check(const uint8_t *bytes, size_t length, size_t limit)
{
	uint8_t *copy = fuzz_copy(bytes, length);
	struct wsc_proxy proxy, expected;
	long result = wsc_proxy_parse(copy, length, limit, &proxy);

	ASSERT(result == reference(bytes, length, limit, &expected));
	ASSERT(result <= (long) length);
	if (result > 0) {
		ASSERT(proxy.known == expected.known);
		ASSERT(!proxy.known || memcmp(&proxy.source, &expected.source, sizeof proxy.source) == 0);
	}
	free(copy);
	return result;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	size_t limit = (size_t) fuzz_byte(&input) * 4 + 128;
	long whole = check(bytes, input.length, limit);

	for (size_t part = 0; part < input.length; part++) {
		long result = check(bytes, part, limit);

		ASSERT(result == WSC_PROXY_MORE || result == whole);
		/* What was read so far belongs to the header. */
		ASSERT(result != WSC_PROXY_MORE || whole <= 0 || (long) part < whole);
	}
	return 0;
}
