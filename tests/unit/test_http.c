/* SPDX-License-Identifier: MIT
 *
 * http.c: one table of heads with what becomes of them. Each row is fed whole,
 * in two pieces cut at every byte, and byte by byte, each time from memory of
 * exactly that size that moves between the calls; the result must be the same.
 */
#include "../../ext/engine/http.c"

#include "harness.h"

#define HEADER_LIMIT 4
#define SIZE_LIMIT 200

/* The length is written by the compiler, so that a row may hold NUL. */
#define BYTES(text) text, sizeof(text) - 1

#define START "GET / HTTP/1.1\r\n"
#define FIFTY "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee"

struct row {
	const char *name;
	const char *bytes;
	size_t length;
	long result; /* WHOLE: all of the bytes are the head */
};

#define WHOLE 1

/* clang-format off */
static const struct row rows[] = {
	/* what is right */
	{"no fields", BYTES(START "\r\n"), WHOLE},
	{"one field", BYTES(START "Host: a\r\n\r\n"), WHOLE},
	{"as many fields as allowed", BYTES(START "A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\n\r\n"), WHOLE},
	{"no value", BYTES(START "A:\r\nB: \r\nC: \t \r\n\r\n"), WHOLE},
	{"no space after the colon", BYTES(START "Host:a\r\n\r\n"), WHOLE},
	{"tabs around the value", BYTES(START "A:\t1\t\r\n\r\n"), WHOLE},
	{"tab in the value", BYTES(START "A: 1\t2\r\n\r\n"), WHOLE},
	{"obs-text in the value", BYTES(START "A: \x80\xC3\xA9\xFF\r\n\r\n"), WHOLE},
	{"colon in the value", BYTES(START "A: b:c\r\n\r\n"), WHOLE},
	{"every mark a token may have", BYTES(START "!#$%&'*+-.^_`|~09azAZ: 1\r\n\r\n"), WHOLE},
	{"empty line before it", BYTES("\r\n" START "\r\n"), WHOLE},
	{"bytes behind it", BYTES(START "\r\n\x81\x85\n\r"), sizeof(START "\r\n") - 1},
	{"a second request behind it", BYTES(START "\r\n" START "\r\n"), sizeof(START "\r\n") - 1},
	{"other methods", BYTES("M-SEARCH * HTTP/1.1\r\n\r\n"), WHOLE},
	{"method in small letters", BYTES("get / HTTP/1.1\r\n\r\n"), WHOLE},
	{"absolute form", BYTES("GET http://a:1/b?c HTTP/1.1\r\n\r\n"), WHOLE},
	{"every mark a target may have", BYTES("GET /!#$%&'()*+,-./:;=?@[\\]^_`{|}~ HTTP/1.1\r\n\r\n"), WHOLE},
	{"HTTP/1.0", BYTES("GET / HTTP/1.0\r\n\r\n"), WHOLE},
	{"HTTP/9.9", BYTES("GET / HTTP/9.9\r\n\r\n"), WHOLE},
	/* not there yet */
	{"nothing", BYTES(""), WSC_HTTP_MORE},
	{"a letter", BYTES("G"), WSC_HTTP_MORE},
	{"half a request line", BYTES("GET / HT"), WSC_HTTP_MORE},
	{"a request line", BYTES(START), WSC_HTTP_MORE},
	{"all but the last byte", BYTES(START "Host: a\r\n\r"), WSC_HTTP_MORE},
	{"CR", BYTES("\r"), WSC_HTTP_MORE},
	{"CRLF", BYTES("\r\n"), WSC_HTTP_MORE},
	/* lines */
	{"bare LF after the request line", BYTES("GET / HTTP/1.1\nHost: a\r\n\r\n"), -400},
	{"bare LF after a field", BYTES(START "Host: a\nB: 1\r\n\r\n"), -400},
	{"bare LF as the empty line", BYTES(START "Host: a\r\n\n"), -400},
	{"bare LF everywhere", BYTES("GET / HTTP/1.1\n\n"), -400},
	{"bare LF before the request line", BYTES("\n" START "\r\n"), -400},
	{"bare CR after the request line", BYTES("GET / HTTP/1.1\rHost: a\r\n\r\n"), -400},
	{"bare CR in a value", BYTES(START "A: 1\r2\r\n\r\n"), -400},
	{"bare CR in a name", BYTES(START "A\rB: 1\r\n\r\n"), -400},
	{"bare CR before the request line", BYTES("\rGET / HTTP/1.1\r\n\r\n"), -400},
	{"CR CR LF", BYTES(START "A: 1\r\r\n\r\n"), -400},
	{"CR CR", BYTES("\r\r"), -400},
	{"two empty lines before it", BYTES("\r\n\r\n" START "\r\n"), -400},
	{"folded line", BYTES(START "A: 1\r\n 2\r\n\r\n"), -400},
	{"folded line with a tab", BYTES(START "A: 1\r\n\t2\r\n\r\n"), -400},
	{"folded line of white space", BYTES(START "A: 1\r\n \r\n\r\n"), -400},
	{"white space before the first field", BYTES(START " A: 1\r\n\r\n"), -400},
	/* fields */
	{"space before the colon", BYTES(START "Host : a\r\n\r\n"), -400},
	{"tab before the colon", BYTES(START "Host\t: a\r\n\r\n"), -400},
	{"space in the name", BYTES(START "Ho st: a\r\n\r\n"), -400},
	{"no name", BYTES(START ": a\r\n\r\n"), -400},
	{"no colon", BYTES(START "Host\r\n\r\n"), -400},
	{"parenthesis in the name", BYTES(START "A(b): 1\r\n\r\n"), -400},
	{"obs-text in the name", BYTES(START "\xC3\xA9: 1\r\n\r\n"), -400},
	{"NUL in the name", BYTES(START "A\0: 1\r\n\r\n"), -400},
	{"NUL in the value", BYTES(START "A: 1\0\r\n\r\n"), -400},
	{"DEL in the value", BYTES(START "A: \x7F\r\n\r\n"), -400},
	{"ESC in the value", BYTES(START "A: \x1B\r\n\r\n"), -400},
	{"control byte in a line that has not ended", BYTES(START "A: 1\x01"), -400},
	{"one field too many", BYTES(START "A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\n\r\n"), -431},
	{"two fields too many", BYTES(START "A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\nF: 6\r\n\r\n"), -431},
	{"a bad field behind one too many", BYTES(START "A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\nF\r\n\r\n"), -400},
	/* the request line */
	{"two spaces before the target", BYTES("GET  / HTTP/1.1\r\n\r\n"), -400},
	{"two spaces after the target", BYTES("GET /  HTTP/1.1\r\n\r\n"), -400},
	{"space before the method", BYTES(" GET / HTTP/1.1\r\n\r\n"), -400},
	{"space after the version", BYTES("GET / HTTP/1.1 \r\n\r\n"), -400},
	{"tab instead of a space", BYTES("GET\t/ HTTP/1.1\r\n\r\n"), -400},
	{"tab in the target", BYTES("GET /\t HTTP/1.1\r\n\r\n"), -400},
	{"space in the target", BYTES("GET /a b HTTP/1.1\r\n\r\n"), -400},
	{"obs-text in the target", BYTES("GET /\xC3\xA9 HTTP/1.1\r\n\r\n"), -400},
	{"NUL in the target", BYTES("GET /\0 HTTP/1.1\r\n\r\n"), -400},
	{"DEL in the target", BYTES("GET /\x7F HTTP/1.1\r\n\r\n"), -400},
	{"no target", BYTES("GET HTTP/1.1\r\n\r\n"), -400},
	{"an empty target", BYTES("GET  HTTP/1.1\r\n\r\n"), -400},
	{"no version", BYTES("GET /\r\n\r\n"), -400},
	{"only a method", BYTES("GET\r\n\r\n"), -400},
	{"method and space", BYTES("GET \r\n\r\n"), -400},
	{"small letters in the version", BYTES("GET / http/1.1\r\n\r\n"), -400},
	{"two digits in the version", BYTES("GET / HTTP/1.10\r\n\r\n"), -400},
	{"no minor version", BYTES("GET / HTTP/1\r\n\r\n"), -400},
	{"letters for a version", BYTES("GET / HTTP/a.b\r\n\r\n"), -400},
	{"comma in the version", BYTES("GET / HTTP/1,1\r\n\r\n"), -400},
	{"another protocol", BYTES("GET / HTTQ/1.1\r\n\r\n"), -400},
	{"bracket in the method", BYTES("G[T / HTTP/1.1\r\n\r\n"), -400},
	{"colon for a method", BYTES(":"), -400},
	{"a TLS hello", BYTES("\x16"), -400},
	{"more of a TLS hello", BYTES("\x16\x03\x01\x02\x00\x01"), -400},
	{"NUL", BYTES("\0"), -400},
	{"a frame", BYTES("\x81"), -400},
	{"rubbish after the empty line", BYTES("\r\n\x16"), -400},
	/* Host */
	{"Host twice", BYTES(START "Host: a\r\nhost: a\r\n\r\n"), -400},
	{"empty Host", BYTES(START "Host:\r\n\r\n"), -400},
	{"Host with a port", BYTES(START "Host: a.example:8080\r\n\r\n"), WHOLE},
	{"Host with an empty port", BYTES(START "Host: a:\r\n\r\n"), WHOLE},
	{"Host with the last port", BYTES(START "Host: a:65535\r\n\r\n"), WHOLE},
	{"Host with a port too far", BYTES(START "Host: a:65536\r\n\r\n"), -400},
	{"Host with a huge port", BYTES(START "Host: a:99999999999999999999\r\n\r\n"), -400},
	{"Host with letters for a port", BYTES(START "Host: a:b\r\n\r\n"), -400},
	{"Host with two ports", BYTES(START "Host: a:1:2\r\n\r\n"), -400},
	{"Host that is a port", BYTES(START "Host: :80\r\n\r\n"), -400},
	{"Host with an IPv4 address", BYTES(START "Host: 127.0.0.1:1\r\n\r\n"), WHOLE},
	{"Host with an IPv6 address", BYTES(START "Host: [::1]\r\n\r\n"), WHOLE},
	{"Host with an IPv6 address and port", BYTES(START "Host: [fe80::1:127.0.0.1]:80\r\n\r\n"), WHOLE},
	{"Host with a bare IPv6 address", BYTES(START "Host: ::1\r\n\r\n"), -400},
	{"Host with an open bracket", BYTES(START "Host: [::1\r\n\r\n"), -400},
	{"Host with an empty bracket", BYTES(START "Host: []\r\n\r\n"), -400},
	{"Host with a name in brackets", BYTES(START "Host: [a.b]\r\n\r\n"), -400},
	{"Host with rubbish behind the bracket", BYTES(START "Host: [::1]80\r\n\r\n"), -400},
	{"Host with an escape", BYTES(START "Host: a%2Db\r\n\r\n"), WHOLE},
	{"Host with half an escape", BYTES(START "Host: a%2\r\n\r\n"), -400},
	{"Host with a bad escape", BYTES(START "Host: a%zz\r\n\r\n"), -400},
	{"Host with a user", BYTES(START "Host: b@a\r\n\r\n"), -400},
	{"Host with a path", BYTES(START "Host: a/b\r\n\r\n"), -400},
	{"Host list", BYTES(START "Host: a, b\r\n\r\n"), -400},
	{"Host with obs-text", BYTES(START "Host: \xC3\xA9\r\n\r\n"), -400},
	/* where the request ends */
	{"Content-Length", BYTES(START "Content-Length: 10\r\n\r\n"), WHOLE},
	{"the same Content-Length twice", BYTES(START "Content-Length: 10\r\ncontent-length: 10\r\n\r\n"), WHOLE},
	{"two Content-Lengths", BYTES(START "Content-Length: 10\r\nContent-Length: 11\r\n\r\n"), -400},
	{"Content-Length and its beginning", BYTES(START "Content-Length: 10\r\nContent-Length: 1\r\n\r\n"), -400},
	{"empty Content-Length", BYTES(START "Content-Length:\r\n\r\n"), -400},
	{"Content-Length list", BYTES(START "Content-Length: 1, 1\r\n\r\n"), -400},
	{"Content-Length with a sign", BYTES(START "Content-Length: +1\r\n\r\n"), -400},
	{"negative Content-Length", BYTES(START "Content-Length: -1\r\n\r\n"), -400},
	{"hexadecimal Content-Length", BYTES(START "Content-Length: 0x1\r\n\r\n"), -400},
	{"Transfer-Encoding", BYTES(START "Transfer-Encoding: chunked\r\n\r\n"), WHOLE},
	{"Transfer-Encoding behind a Content-Length",
	 BYTES(START "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n"), -400},
	{"Content-Length behind a Transfer-Encoding",
	 BYTES(START "transfer-encoding: identity\r\ncontent-length: 5\r\n\r\n"), -400},
	/* 200 bytes are the limit: the request line is 16, "A: " and three CRLF are 7 */
	{"as long as allowed", BYTES(START "A: " FIFTY FIFTY FIFTY "123456789012345678901234567\r\n" "\r\n"), WHOLE},
	{"as long as allowed, and more behind it",
	 BYTES(START "A: " FIFTY FIFTY FIFTY "123456789012345678901234567\r\n" "\r\nmore"), SIZE_LIMIT},
	{"a byte too long", BYTES(START "A: " FIFTY FIFTY FIFTY "1234567890123456789012345678\r\n" "\r\n"), -413},
	{"too long without an end", BYTES(START "A: " FIFTY FIFTY FIFTY FIFTY), -413},
	{"too long a request line", BYTES("GET /" FIFTY FIFTY FIFTY FIFTY FIFTY " HTTP/1.1\r\n\r\n"), -414},
	{"too long and bad behind the limit", BYTES(START "A: " FIFTY FIFTY FIFTY FIFTY "\x01"), -413},
	{"too long and bad before the limit", BYTES(START "A\r\nB: " FIFTY FIFTY FIFTY FIFTY), -400},
};
/* clang-format on */

static long parse_copy(const char *bytes, size_t length, size_t seen)
{
	struct wsc_header *exact = malloc(HEADER_LIMIT * sizeof(*exact));
	struct wsc_request request = {.headers = exact, .header_limit = HEADER_LIMIT};
	char *copy = harness_copy(bytes, length);
	long result = wsc_http_parse(copy, length, seen, SIZE_LIMIT, &request);

	free(copy);
	free(exact);
	return result;
}

static long expected_of(const struct row *row)
{
	return row->result == WHOLE ? (long) row->length : row->result;
}

static void whole(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		long result = parse_copy(rows[i].bytes, rows[i].length, 0);

		CHECKF(result == expected_of(&rows[i]), "%s: %ld", rows[i].name, result);
	}
}

static void cut_at_every_byte(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		for (size_t cut = 0; cut <= rows[i].length; cut++) {
			long result = parse_copy(rows[i].bytes, cut, 0);

			if (result == WSC_HTTP_MORE) {
				result = parse_copy(rows[i].bytes, rows[i].length, cut);
			}
			CHECKF(result == expected_of(&rows[i]), "%s, cut %zu: %ld", rows[i].name, cut, result);
		}
	}
}

static void byte_by_byte(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		long result = WSC_HTTP_MORE;

		for (size_t length = 1; length <= rows[i].length && result == WSC_HTTP_MORE; length++) {
			result = parse_copy(rows[i].bytes, length, length - 1);
		}
		CHECKF(result == expected_of(&rows[i]), "%s: %ld", rows[i].name, result);
	}
}

/* Every byte as the only one that is odd in each part of a head. */
static void every_byte_in_every_part(void)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";

	for (int byte = 0; byte < 256; byte++) {
		bool letter = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
		bool token = letter || (byte != 0 && strchr(marks, byte) != NULL);
		bool visible = byte > 0x20 && byte < 0x7F;
		bool in_target = visible && byte != '"' && byte != '<' && byte != '>';
		bool text = visible || byte == ' ' || byte == '\t' || byte >= 0x80;
		char method[] = "GxT / HTTP/1.1\r\n\r\n";
		char target[] = "GET /x HTTP/1.1\r\n\r\n";
		char name[] = START "AxA: 1\r\n\r\n";
		char value[] = START "A: 1x1\r\n\r\n";

		method[1] = (char) byte;
		target[5] = (char) byte;
		name[sizeof(START)] = (char) byte;
		value[sizeof(START) - 1 + 4] = (char) byte;
		CHECKF((parse_copy(BYTES(method), 0) > 0) == token, "%02X", (unsigned) byte);
		CHECKF((parse_copy(BYTES(target), 0) > 0) == in_target, "%02X", (unsigned) byte);
		/* A colon in the name is the colon. */
		CHECKF((parse_copy(BYTES(name), 0) > 0) == (token || byte == ':'), "%02X", (unsigned) byte);
		CHECKF((parse_copy(BYTES(value), 0) > 0) == text, "%02X", (unsigned) byte);
		CHECKF((parse_copy((const char[]){(char) byte}, 1, 0) == WSC_HTTP_MORE) == (token || byte == '\r'), "%02X",
		       (unsigned) byte);
	}
}

/* What was seen is not judged again: a byte that would be refused, put there
 * afterwards, is overlooked until the whole head is read once more. */
static void what_was_seen_is_not_read_again(void)
{
	struct wsc_header headers[HEADER_LIMIT];
	struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
	char bytes[] = START "A: 1\r\nB: 2";
	size_t seen = sizeof(START "A: 1\r\nB:") - 1;

	CHECK(wsc_http_parse(bytes, seen, 0, SIZE_LIMIT, &request) == WSC_HTTP_MORE);
	bytes[4] = '\x01';
	bytes[sizeof(START) + 1] = '\0';
	CHECK(wsc_http_parse(bytes, sizeof(bytes) - 1, seen, SIZE_LIMIT, &request) == WSC_HTTP_MORE);
	CHECK(wsc_http_parse(bytes, sizeof(bytes) - 1, 0, SIZE_LIMIT, &request) == -400);
}

static bool is_text(struct wsc_slice slice, const char *text)
{
	return slice.length == strlen(text) && memcmp(slice.bytes, text, slice.length) == 0;
}

static void slices(void)
{
	static const char head[] = "\r\nPUT /chat?a=b HTTP/1.0\r\n"
							   "Host:\t example.org:80 \t \r\n"
							   "X-One:\r\n"
							   "x-one: two words\t\r\n"
							   "X-Two:   \r\n"
							   "\r\n";
	/* At once, and in two pieces: the slices must be into the last bytes. */
	for (size_t cut = 0; cut < sizeof(head) - 1; cut++) {
		struct wsc_header headers[HEADER_LIMIT];
		struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
		char *first = harness_copy(head, cut);
		char *second = harness_copy(head, sizeof(head) - 1);

		CHECK(wsc_http_parse(first, cut, 0, SIZE_LIMIT, &request) == WSC_HTTP_MORE);
		free(first);
		CHECK(wsc_http_parse(second, sizeof(head) - 1, cut, SIZE_LIMIT, &request) == (long) sizeof(head) - 1);
		CHECK(is_text(request.method, "PUT"));
		CHECK(request.method.bytes == second + 2);
		CHECK(is_text(request.target, "/chat?a=b"));
		CHECK(request.version_major == 1 && request.version_minor == 0);
		CHECK(request.header_count == 4);
		CHECK(is_text(headers[0].name, "Host") && is_text(headers[0].value, "example.org:80"));
		CHECK(is_text(headers[1].name, "X-One") && is_text(headers[1].value, ""));
		CHECK(is_text(headers[2].name, "x-one") && is_text(headers[2].value, "two words"));
		CHECK(is_text(headers[3].name, "X-Two") && is_text(headers[3].value, ""));
		CHECK(wsc_http_header(&request, "X-ONE", 0) == &headers[1]);
		CHECK(wsc_http_header(&request, "x-One", 1) == &headers[2]);
		CHECK(wsc_http_header(&request, "X-One", 2) == NULL);
		CHECK(wsc_http_header(&request, "X-On", 0) == NULL);
		CHECK(wsc_http_header(&request, "X-Three", 0) == NULL);
		free(second);
	}
}

static void no_array_at_all(void)
{
	struct wsc_request request = {.headers = NULL, .header_limit = 0};

	CHECK(wsc_http_parse(BYTES(START "\r\n"), 0, SIZE_LIMIT, &request) > 0);
	CHECK(wsc_http_parse(BYTES(START "A: 1\r\n\r\n"), 0, SIZE_LIMIT, &request) == -431);
	CHECK(wsc_http_parse("", 0, 0, 0, &request) == -413);
}

static void tokens(void)
{
	static const struct {
		const char *fields;
		bool has;
	} lists[] = {
		{"Connection: upgrade\r\n", true},
		{"connection: UPGRADE\r\n", true},
		{"Connection: keep-alive, Upgrade\r\n", true},
		{"Connection: upgrade,keep-alive\r\n", true},
		{"Connection: a ,\tupgrade\t, b\r\n", true},
		{"Connection: ,,upgrade,,\r\n", true},
		{"Connection: close\r\nConnection: upgrade\r\n", true},
		{"A: b\r\nConnection: a\r\nB: c\r\nConnection: b, upgrade\r\n", true},
		{"", false},
		{"Connection:\r\n", false},
		{"Connection: ,\r\n", false},
		{"Connection: close\r\n", false},
		{"Connection: upgrades\r\n", false},
		{"Connection: upgrad\r\n", false},
		{"Connection: up grade\r\n", false},
		{"Connection: keep-alive upgrade\r\n", false},
		{"Connection: upgrade;q=1\r\n", false},
		{"Connection: \"upgrade\"\r\n", false},
		{"Connection: upg\r\nConnection: rade\r\n", false},
		{"Connections: upgrade\r\n", false},
	};

	for (size_t i = 0; i < LENGTH(lists); i++) {
		struct wsc_header headers[HEADER_LIMIT];
		struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
		char head[256];
		int length = snprintf(head, sizeof(head), START "%s\r\n", lists[i].fields);
		char *copy = harness_copy(head, (size_t) length);

		CHECKF(wsc_http_parse(copy, (size_t) length, 0, SIZE_LIMIT, &request) == length, "%s", lists[i].fields);
		CHECKF(wsc_http_has_token(&request, "Connection", "upgrade") == lists[i].has, "%s", lists[i].fields);
		free(copy);
	}
}

static void refusals(void)
{
	static const struct {
		int status;
		const char *answer;
	} answers[] = {
		{400, "HTTP/1.1 400 Bad Request\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
		{414, "HTTP/1.1 414 Request-URI Too Large\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
		{413, "HTTP/1.1 413 Request Entity Too Large\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
		{431, "HTTP/1.1 431 Request Header Fields Too Large\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
		{500, "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
		{505, "HTTP/1.1 505 HTTP Version not supported\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
		{599, "HTTP/1.1 599 \r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"},
	};

	for (size_t i = 0; i < LENGTH(answers); i++) {
		size_t length = strlen(answers[i].answer);

		for (size_t size = 1; size <= 256; size++) {
			char *out = malloc(size);
			size_t written = wsc_http_refuse(out, size, answers[i].status);

			CHECKF(written == (size < length ? 0 : length), "%d in %zu: %zu", answers[i].status, size, written);
			CHECKF(memcmp(out, answers[i].answer, written) == 0, "%.*s", (int) written, out);
			free(out);
		}
	}
}

void test_http(void)
{
	RUN(whole);
	RUN(cut_at_every_byte);
	RUN(byte_by_byte);
	RUN(every_byte_in_every_part);
	RUN(what_was_seen_is_not_read_again);
	RUN(slices);
	RUN(no_array_at_all);
	RUN(tokens);
	RUN(refusals);
}
