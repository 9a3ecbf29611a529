/* SPDX-License-Identifier: MIT
 *
 * condition.c: what each header field of RFC 9110 sections 13 and 14 makes of a request
 * for a file of 1,000 bytes, and of an empty one.
 */
#include "../../ext/engine/condition.c"

#include "harness.h"

#include <stdio.h>

#define BEFORE "Sun, 06 Nov 1994 08:49:36 GMT"
#define MODIFIED "Sun, 06 Nov 1994 08:49:37 GMT"
#define AFTER "Sun, 06 Nov 1994 08:49:38 GMT"

static int ask(const char *method, const char *fields, bool weak, uint64_t size, struct wsc_part *part)
{
	char head[1024];
	int length = snprintf(head, sizeof head, "%s / HTTP/1.1\r\nHost: a\r\n%s\r\n", method, fields);
	struct wsc_header headers[8];
	struct wsc_request request = {.headers = headers, .header_limit = LENGTH(headers)};
	struct wsc_version version = {.tag = "\"abc\"", .weak = weak, .modified = 784111777};
	char *copy = harness_copy(head, (size_t) length);
	int status = 0;

	CHECKF(wsc_http_parse(copy, (size_t) length, 0, sizeof head, &request) == length, "%s", head);
	status = wsc_condition(&request, &version, size, part);
	free(copy);
	return status;
}

static void conditions(void)
{
	static const struct {
		const char *fields;
		int strong; /* the status if the tag is … */
		int weak;
	} rows[] = {
		{"", 200, 200},
		{"If-None-Match: \"abc\"\r\n", 304, 304},
		{"If-None-Match: W/\"abc\"\r\n", 304, 304},
		{"If-None-Match: *\r\n", 304, 304},
		{"If-None-Match: \"x\", W/\"y\",\"abc\"\r\n", 304, 304},
		{"If-None-Match: \"x\"\r\nIf-None-Match: \"abc\"\r\n", 304, 304},
		{"If-None-Match: \"x\"\r\n", 200, 200},
		{"If-None-Match: abc\r\n", 200, 200},
		{"If-None-Match: \"abc\r\n", 200, 200},
		{"If-None-Match: \"x\"\r\nIf-Modified-Since: " AFTER "\r\n", 200, 200},
		{"If-Modified-Since: " BEFORE "\r\n", 200, 200},
		{"If-Modified-Since: " MODIFIED "\r\n", 304, 304},
		{"If-Modified-Since: " AFTER "\r\n", 304, 304},
		{"If-Modified-Since: yesterday\r\n", 200, 200},
		{"If-Match: \"abc\"\r\n", 200, 412},
		{"If-Match: W/\"abc\"\r\n", 412, 412},
		{"If-Match: *\r\n", 200, 200},
		{"If-Match: \"x\"\r\n", 412, 412},
		{"If-Match: \"abc\"\r\nIf-Unmodified-Since: " BEFORE "\r\n", 200, 412},
		{"If-Unmodified-Since: " BEFORE "\r\n", 412, 412},
		{"If-Unmodified-Since: " MODIFIED "\r\n", 200, 200},
		{"If-None-Match: \"abc\"\r\nRange: bytes=0-1\r\n", 304, 304},
		{"If-Range: \"abc\"\r\nRange: bytes=0-1\r\n", 206, 200},
		{"If-Range: W/\"abc\"\r\nRange: bytes=0-1\r\n", 200, 200},
		{"If-Range: \"x\"\r\nRange: bytes=0-1\r\n", 200, 200},
		{"If-Range: *\r\nRange: bytes=0-1\r\n", 200, 200},
		{"If-Range: " MODIFIED "\r\nRange: bytes=0-1\r\n", 206, 200},
		{"If-Range: " AFTER "\r\nRange: bytes=0-1\r\n", 200, 200},
		{"If-Range: \"x\"\r\nRange: bytes=2000-\r\n", 200, 200},
	};
	struct wsc_part part;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		CHECKF(ask("GET", rows[i].fields, false, 1000, &part) == rows[i].strong, "%s", rows[i].fields);
		CHECKF(ask("GET", rows[i].fields, true, 1000, &part) == rows[i].weak, "weak: %s", rows[i].fields);
	}
}

static void ranges(void)
{
	static const struct {
		const char *fields;
		int status;
		uint64_t from;
		uint64_t length;
	} rows[] = {
		{"Range: bytes=0-0\r\n", 206, 0, 1},
		{"Range: bytes=10-19\r\n", 206, 10, 10},
		{"Range: BYTES=10-19\r\n", 206, 10, 10},
		{"Range: bytes=999-\r\n", 206, 999, 1},
		{"Range: bytes=0-\r\n", 206, 0, 1000},
		{"Range: bytes=990-5000\r\n", 206, 990, 10},
		{"Range: bytes=990-1000\r\n", 206, 990, 10},
		{"Range: bytes=0-99999999999999999999999999\r\n", 206, 0, 1000},
		{"Range: bytes=-1\r\n", 206, 999, 1},
		{"Range: bytes=-5000\r\n", 206, 0, 1000},
		{"Range: bytes=1000-\r\n", 416, 0, 1000},
		{"Range: bytes=1000-1001\r\n", 416, 0, 1000},
		{"Range: bytes=18446744073709551616-\r\n", 416, 0, 1000},
		{"Range: bytes=-0\r\n", 416, 0, 1000},
		{"Range: bytes=2-1\r\n", 200, 0, 1000},
		{"Range: bytes=-\r\n", 200, 0, 1000},
		{"Range: bytes=\r\n", 200, 0, 1000},
		{"Range: bytes=a-b\r\n", 200, 0, 1000},
		{"Range: bytes=1\r\n", 200, 0, 1000},
		{"Range: bytes=1-2x\r\n", 200, 0, 1000},
		{"Range: bytes 1-2\r\n", 200, 0, 1000},
		{"Range: lines=1-2\r\n", 200, 0, 1000},
		{"Range: bytes=0-1,3-4\r\n", 200, 0, 1000},
		{"Range: bytes=0-1\r\nRange: bytes=3-4\r\n", 200, 0, 1000},
	};
	struct wsc_part part;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		CHECKF(ask("GET", rows[i].fields, false, 1000, &part) == rows[i].status && part.from == rows[i].from &&
		           part.length == rows[i].length,
		       "%s: %llu, %llu", rows[i].fields, (unsigned long long) part.from, (unsigned long long) part.length);
		CHECKF(ask("HEAD", rows[i].fields, false, 1000, &part) == 200 && part.length == 1000, "HEAD: %s",
		       rows[i].fields);
	}
	CHECK(ask("GET", "Range: bytes=0-\r\n", false, 0, &part) == 416);
	CHECK(ask("GET", "Range: bytes=-1\r\n", false, 0, &part) == 416);
}

void test_condition(void)
{
	RUN(conditions);
	RUN(ranges);
}
