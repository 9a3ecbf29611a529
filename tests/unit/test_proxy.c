/* SPDX-License-Identifier: MIT
 *
 * proxy.c: each row is what a proxy sends and what becomes of it, as a whole, byte
 * by byte and with the client's own bytes behind it.
 */
#include "../../ext/engine/proxy.c"

#include "harness.h"

#define LIMIT 512

#define SIG "\r\n\r\n\0\r\nQUIT\n"
#define V4 "\xC0\0\2\1\xC6\x33\x64\2\x30\x39\x01\xBB" /* 192.0.2.1:12345 to 198.51.100.2:443 */
#define V6_ONE "\x20\1\xD\xB8\0\0\0\0\0\0\0\0\0\0\0\1"
#define V6 V6_ONE V6_ONE "\x30\x39\x01\xBB"
#define V4_MAPPED "\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xC0\0\2\1" V6_ONE "\x30\x39\x01\xBB"
#define TEN "0123456789"
#define LONG TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

#define ROW(bytes, result, ip) \
	{ \
		bytes, sizeof bytes - 1, result, ip \
	}

static const struct {
	const char *bytes;
	size_t length;
	enum {
		WHOLE = 1,
		MORE = WSC_PROXY_MORE,
		BAD = WSC_PROXY_BAD
	} result;
	const char *ip; /* of the client; NULL: none is named */
} rows[] = {
	/* Version 1 */
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\r\n", WHOLE, "192.0.2.1"),
	ROW("PROXY TCP6 2001:db8::1 ::1 12345 443\r\n", WHOLE, "2001:db8::1"),
	ROW("PROXY TCP6 ::ffff:192.0.2.1 ::1 1 0\r\n", WHOLE, "192.0.2.1"),
	ROW("PROXY TCP6 ffff:f...f:ffff ::1 1 1\r\n", BAD, NULL),
	ROW("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n", WHOLE, "255.255.255.255"),
	ROW("PROXY TCP6 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n",
        WHOLE, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
	ROW("PROXY UNKNOWN\r\n", WHOLE, NULL),
	ROW("PROXY UNKNOWN ffff:: anything at all\r\n", WHOLE, NULL),
	ROW("PROXY UNKNOWN ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n",
        WHOLE, NULL), /* 107 bytes: the longest */
	ROW("PROXY UNKNOWN " LONG, BAD, NULL),
	ROW("PROXY UNKNOWN ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 655350\r\n",
        BAD, NULL),
	ROW("", MORE, NULL),
	ROW("P", MORE, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\r", MORE, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\n", MORE, NULL), /* not its end */
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\n\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\rX", BAD, NULL),
	ROW("GET / HTTP/1.1\r\n", BAD, NULL),
	ROW("proxy TCP4 192.0.2.1 198.51.100.2 12345 443\r\n", BAD, NULL),
	ROW("PROXY\r\n", BAD, NULL),
	ROW("PROXY \r\n", BAD, NULL),
	ROW("PROXY  TCP4 192.0.2.1 198.51.100.2 12345 443\r\n", BAD, NULL),
	ROW("PROXY TCP4  192.0.2.1 198.51.100.2 12345 443\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443 \r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 443 1\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 12345 65536\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 012345 443\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 00 443\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 198.51.100.2 -1 443\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.01 198.51.100.2 1 443\r\n", BAD, NULL),
	ROW("PROXY TCP4 192.0.2.1 localhost 1 443\r\n", BAD, NULL),
	ROW("PROXY TCP4 2001:db8::1 ::1 1 443\r\n", BAD, NULL),
	ROW("PROXY TCP6 192.0.2.1 198.51.100.2 1 443\r\n", BAD, NULL),
	ROW("PROXY TCP5 192.0.2.1 198.51.100.2 1 443\r\n", BAD, NULL),
	ROW("PROXY UDP4 192.0.2.1 198.51.100.2 1 443\r\n", BAD, NULL),
	ROW("PROXY UNKNOWNX\r\n", BAD, NULL),

	/* Version 2 */
	ROW(SIG "\x21\x11\0\14" V4, WHOLE, "192.0.2.1"),
	ROW(SIG "\x21\x21\0\44" V6, WHOLE, "2001:db8::1"),
	ROW(SIG "\x21\x21\0\44" V4_MAPPED, WHOLE, "192.0.2.1"),
	ROW(SIG "\x21\x12\0\14" V4, WHOLE, NULL), /* UDP is not what came */
	ROW(SIG "\x21\0\0\0", WHOLE, NULL),       /* UNSPEC */
	ROW(SIG "\x21\0\0\2\xFF\xFF", WHOLE, NULL),
	ROW(SIG "\x20\0\0\0", WHOLE, NULL), /* LOCAL */
	ROW(SIG "\x20\x11\0\14" V4, WHOLE, NULL),
	ROW(SIG "\x20\xFF\0\3abc", WHOLE, NULL),
	ROW(SIG "\x21\x11\0\23" V4 "\1\0\4h2ws", WHOLE, "192.0.2.1"),             /* ALPN */
	ROW(SIG "\x21\x11\0\21" V4 "\4\0\0\4\0", BAD, NULL),                      /* half a TLV */
	ROW(SIG "\x21\x11\0\22" V4 "\4\0\0\xEE\0\0", WHOLE, "192.0.2.1"),         /* NOOP, and one of a kind unknown */
	ROW(SIG "\x21\x11\0\16" V4 "\4\0", BAD, NULL),                            /* no room for its length */
	ROW(SIG "\x21\x11\0\20" V4 "\4\0\2\0", BAD, NULL),                        /* no room for its value */
	ROW(SIG "\x21\x11\0\23" V4 "\3\0\4\xC8\xCC\xD4\xB7", WHOLE, "192.0.2.1"), /* CRC-32C */
	ROW(SIG "\x21\x11\0\23" V4 "\3\0\4\xC8\xCC\xD4\xB6", BAD, NULL),
	ROW(SIG "\x21\x11\0\22" V4 "\3\0\3\0\0\0", BAD, NULL),
	ROW(SIG "\x21\x11\0\13" V4, BAD, NULL), /* too short for its family */
	ROW(SIG "\x21\x21\0\14" V4, BAD, NULL),
	ROW(SIG "\x21\x31\0\14" V4, BAD, NULL),
	ROW(SIG "\x21\x41\0\14" V4, BAD, NULL),  /* no such family */
	ROW(SIG "\x21\x13\0\14" V4, BAD, NULL),  /* no such transport */
	ROW(SIG "\x22\x11\0\14" V4, BAD, NULL),  /* no such command */
	ROW(SIG "\x11\x11\0\14" V4, BAD, NULL),  /* no such version */
	ROW(SIG "\x21\x11\1\361" V4, BAD, NULL), /* a byte more than the limit */
	ROW(SIG "\x21\x11\1\360" V4, MORE, NULL),
	ROW(SIG "\x21\x11\0", MORE, NULL),
	ROW(SIG, MORE, NULL),
	ROW("\r", MORE, NULL),
	ROW("\r\nGET / HTTP/1.1\r\n", BAD, NULL),
	ROW("\r\n\r\n\0\r\nQUIT\r", BAD, NULL),
};

static void check(size_t row, const uint8_t *bytes, size_t length, long expected)
{
	uint8_t *copy = harness_copy(bytes, length);
	struct wsc_proxy proxy;
	long result = wsc_proxy_parse(copy, length, LIMIT, &proxy);

	if (CHECKF(result == expected, "row %zu: %zu bytes: %ld, not %ld", row, length, result, expected) && result > 0) {
		struct wsc_ip ip = {0};
		const char *text = rows[row].ip;

		CHECKF(proxy.known == (text != NULL), "row %zu", row);
		if (proxy.known && text) {
			CHECK(wsc_ip_parse((struct wsc_slice){text, strlen(text)}, &ip));
			CHECKF(memcmp(&ip, &proxy.source, sizeof ip) == 0, "row %zu", row);
		}
	}
	free(copy);
}

static void table(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const uint8_t *bytes = (const uint8_t *) rows[i].bytes;
		size_t length = rows[i].length;
		struct wsc_proxy proxy;
		uint8_t longer[512];
		long at_last = WSC_PROXY_MORE;

		check(i, bytes, length, rows[i].result == WHOLE ? (long) length : rows[i].result);
		/* Byte by byte: more is asked for until the verdict, which stays. */
		for (size_t part = 0; part <= length; part++) {
			long result = wsc_proxy_parse(bytes, part, LIMIT, &proxy);

			CHECKF(at_last == WSC_PROXY_MORE || result == at_last, "row %zu: %zu bytes", i, part);
			at_last = result;
		}
		if (rows[i].result == WHOLE) {
			memcpy(longer, bytes, length);
			memcpy(longer + length, "GET / HTTP/1.1\r\n", 16);
			check(i, longer, length + 16, (long) length);
		}
	}
}

void test_proxy(void)
{
	RUN(table);
}
