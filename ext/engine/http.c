/* SPDX-License-Identifier: MIT
 *
 * The head of a request: request line and fields, RFC 9112 sections 2 to 5 and
 * RFC 9110 section 5. Slices of the caller's bytes; nothing is copied.
 *
 * It is strict wherever two readers of the same bytes could disagree: only CRLF
 * ends a line; a line that starts with white space, white space before the
 * colon, a control byte, a second Host, Content-Lengths that differ or stand
 * beside a Transfer-Encoding are all 400. It reads no body, decodes no escapes
 * and knows no method: whether the request is one we serve is the business of
 * handshake.c and of the layers that route.
 *
 * Called by input.c with whatever has arrived so far, again and again; each line
 * is judged when it is complete, each byte when it is seen first.
 */
#include "codec.h"

#include <stdio.h>
#include <string.h>

/* What a byte may be part of: RFC 9110 section 5, RFC 3986 sections 2 and 3. */
enum {
	TEXT = 1,   /* a line at all: HTAB, SP, VCHAR, obs-text */
	TARGET = 2, /* a request target: VCHAR but " < >, which nobody sends unescaped; others are sent by browsers */
	TOKEN = 4,  /* a method, a field name, a list's token   */
	HOST = 8,   /* unreserved and sub-delims: a host's name */
	HEX = 16    /* a hexadecimal digit                      */
};

/* clang-format off */
static const uint8_t classes[256] = {
	 0,  0,  0,  0,  0,  0,  0,  0,  0,  1,  0,  0,  0,  0,  0,  0, /* 00 */
	 0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0, /* 10 */
	 1, 15,  1,  7, 15,  7, 15, 15, 11, 11, 15, 15, 11, 15, 15,  3, /* 20 */
	31, 31, 31, 31, 31, 31, 31, 31, 31, 31,  3, 11,  1, 11,  1,  3, /* 30 */
	 3, 31, 31, 31, 31, 31, 31, 15, 15, 15, 15, 15, 15, 15, 15, 15, /* 40 */
	15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,  3,  3,  3,  7, 15, /* 50 */
	 7, 31, 31, 31, 31, 31, 31, 15, 15, 15, 15, 15, 15, 15, 15, 15, /* 60 */
	15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,  3,  7,  3, 15,  0, /* 70 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* 80 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* 90 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* A0 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* B0 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* C0 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* D0 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* E0 */
	 1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1, /* F0 */
};
/* clang-format on */

static inline bool is(char byte, uint8_t class)
{
	return (classes[(uint8_t) byte] & class) != 0;
}

static inline bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* ASCII alone, whatever locale the process has. */
static inline char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char) (byte + ('a' - 'A')) : byte;
}

/* A name that is asked for again and again is measured once. */
static inline bool same_letters(struct wsc_slice slice, const char *word, size_t length)
{
	if (slice.length != length) {
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		if (slice.bytes[i] != word[i] && lower(slice.bytes[i]) != lower(word[i])) {
			return false;
		}
	}
	return true;
}

bool wsc_http_same_word(struct wsc_slice slice, const char *word)
{
	return same_letters(slice, word, strlen(word));
}

/* Without the optional white space (OWS) on both sides. */
struct wsc_slice wsc_http_trim(const char *from, const char *to)
{
	while (from < to && (*from == ' ' || *from == '\t')) {
		from++;
	}
	while (to > from && (to[-1] == ' ' || to[-1] == '\t')) {
		to--;
	}
	return (struct wsc_slice){from, (size_t) (to - from)};
}

/* The bytes from `from` on that are of that class. */
static struct wsc_slice span(const char *from, const char *to, uint8_t class)
{
	const char *at = from;

	while (at < to && is(*at, class)) {
		at++;
	}
	return (struct wsc_slice){from, (size_t) (at - from)};
}

/* method SP request-target SP HTTP-version, one SP each time */
static bool split_request_line(const char *line, const char *end, struct wsc_request *request)
{
	static const char name[] = "HTTP/";
	const char *at = line;

	request->method = span(at, end, TOKEN);
	at += request->method.length;
	if (request->method.length == 0 || at == end || *at != ' ') {
		return false;
	}
	at++;
	request->target = span(at, end, TARGET);
	at += request->target.length;
	if (request->target.length == 0 || at == end || *at != ' ') {
		return false;
	}
	at++;
	if (end - at != 8 || memcmp(at, name, sizeof(name) - 1) != 0 || !is_digit(at[5]) || at[6] != '.' ||
	    !is_digit(at[7])) {
		return false;
	}
	request->version_major = (uint8_t) (at[5] - '0');
	request->version_minor = (uint8_t) (at[7] - '0');
	return true;
}

/* field-name ":" OWS field-value OWS. That white space cannot stand before the
 * name (a folded line) or the colon follows from its not being a token. */
static bool split_field(const char *line, const char *end, struct wsc_header *header)
{
	header->name = span(line, end, TOKEN);
	line += header->name.length;
	if (header->name.length == 0 || line == end || *line != ':') {
		return false;
	}
	header->value = wsc_http_trim(line + 1, end);
	return true;
}

/* "[" IPv6 address "]". Which digits make an address is for those who connect
 * to one; here it must only not look like anything else. */
static const char *skip_ip_literal(const char *at, const char *end)
{
	bool colon = false;

	for (at++; at < end && *at != ']'; at++) {
		if (*at == ':') {
			colon = true;
		} else if (!is(*at, HEX) && *at != '.') {
			return NULL;
		}
	}
	return at < end && colon ? at + 1 : NULL;
}

static const char *skip_name(const char *at, const char *end)
{
	const char *from = at;

	while (at < end && *at != ':') {
		if (*at == '%' && end - at >= 3 && is(at[1], HEX) && is(at[2], HEX)) {
			at += 3;
		} else if (is(*at, HOST)) {
			at++;
		} else {
			return NULL;
		}
	}
	return at > from ? at : NULL;
}

/* uri-host [ ":" port ], RFC 9110 section 7.2. Nobody asks for the empty host. */
bool wsc_http_is_host(struct wsc_slice value)
{
	const char *end = value.bytes + value.length;
	const char *at;
	uint32_t port = 0; /* cannot overflow: 65535 is looked at after each digit */

	if (value.length == 0) {
		return false;
	}
	at = *value.bytes == '[' ? skip_ip_literal(value.bytes, end) : skip_name(value.bytes, end);
	if (at == NULL || at == end) {
		return at != NULL;
	}
	if (*at != ':') {
		return false;
	}
	for (at++; at < end; at++) {
		if (!is_digit(*at)) {
			return false;
		}
		port = port * 10 + (uint32_t) (*at - '0');
		if (port > UINT16_MAX) {
			return false;
		}
	}
	return true;
}

/* `name` is a literal, of which the compiler knows the length. */
static inline bool is_named(const struct wsc_header *header, const char *name)
{
	return same_letters(header->name, name, strlen(name));
}

static bool valid_length(struct wsc_slice value)
{
	for (size_t i = 0; i < value.length; i++) {
		if (!is_digit(value.bytes[i])) {
			return false;
		}
	}
	return value.length > 0;
}

/* What can only be judged when all fields are there: those that say whose
 * request this is and where it ends, which every reader must see alike. */
static bool fields_agree(const struct wsc_request *request)
{
	const struct wsc_slice *length = NULL;
	bool host = false;
	bool encoding = false;

	for (size_t i = 0; i < request->header_count; i++) {
		const struct wsc_header *header = &request->headers[i];

		if (is_named(header, "Host")) {
			if (host || !wsc_http_is_host(header->value)) {
				return false;
			}
			host = true;
		} else if (is_named(header, "Transfer-Encoding")) {
			encoding = true;
		} else if (is_named(header, "Content-Length")) {
			if (!valid_length(header->value)) {
				return false;
			}
			if (length != NULL && (length->length != header->value.length ||
			                       memcmp(length->bytes, header->value.bytes, length->length) != 0)) {
				return false;
			}
			length = &header->value;
		}
	}
	return length == NULL || !encoding;
}

/* Where the line begins whose LF is at `at`. Each line is walked back over once,
 * when its LF is seen first. */
static size_t line_start(const char *bytes, size_t at)
{
	while (at > 0 && bytes[at - 1] != '\n') {
		at--;
	}
	return at;
}

/* The first byte from `at` on that is no text of a line: the CR of its end, or one
 * that may not stand there. A byte may only be judged by what stands before it: what
 * follows may not have arrived yet. */
static size_t skip_text(const char *bytes, size_t at, size_t end)
{
	while (at < end && is(bytes[at], TEXT)) {
		at++;
	}
	return at;
}

/* RFC 9112 2.2: one empty line before the request is forgiven. */
static size_t request_start(const char *bytes, size_t end)
{
	return end >= 2 && bytes[0] == '\r' && bytes[1] == '\n' ? 2 : 0;
}

/*
 * The same bytes get the same verdict however they are cut: a line is refused
 * for what stands in it or before it, and what takes the whole head to judge
 * waits for the whole head.
 */
long wsc_http_parse(const char *bytes, size_t length, size_t seen, size_t size_limit, struct wsc_request *request)
{
	size_t end = length < size_limit ? length : size_limit;
	size_t start = request_start(bytes, end);
	size_t line = start;
	bool line_known = seen <= start;
	size_t count = 0;
	struct wsc_header spare; /* for fields beyond the caller's array */

	request->header_count = 0;
	/* Not HTTP at all, a TLS hello for one: say so now, the line may never end.
	 * A lone CR may still become the empty line. */
	if (end > start && !is(bytes[start], TOKEN) && !(end == 1 && bytes[0] == '\r')) {
		return -400;
	}
	for (size_t i = seen > start ? seen : start; i < end; i++) {
		struct wsc_header *header = &spare;

		if (i == 0 || bytes[i - 1] != '\r') {
			i = skip_text(bytes, i, end);
			if (i < end && bytes[i] != '\r') {
				return -400;
			}
			continue;
		}
		if (bytes[i] != '\n') {
			return -400; /* it makes the CR before it a bare one */
		}
		if (!line_known) {
			line = line_start(bytes, i);
			line_known = true;
		}
		if (i - line == 1) {
			if (seen > start) {
				/* The buffer may have moved under the fields of earlier calls. */
				return wsc_http_parse(bytes, length, 0, size_limit, request);
			}
			if (count > request->header_limit) {
				return -431;
			}
			request->header_count = count;
			return fields_agree(request) ? (long) (i + 1) : -400;
		}
		if (line == start) {
			if (!split_request_line(bytes + line, bytes + i - 1, request)) {
				return -400;
			}
		} else {
			if (count < request->header_limit) {
				header = &request->headers[count];
			}
			if (!split_field(bytes + line, bytes + i - 1, header)) {
				return -400;
			}
			count++;
		}
		line = i + 1;
	}
	if (length < size_limit) {
		return WSC_HTTP_MORE;
	}
	/* The empty line would have to lie beyond the limit: of what is the head too full? */
	if (memchr(bytes + start, '\n', end - start) == NULL && memchr(bytes + start, ' ', end - start) != NULL) {
		return -414; /* of its target */
	}
	return -413;
}

const struct wsc_header *wsc_http_header(const struct wsc_request *request, const char *name, size_t n)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < request->header_count; i++) {
		if (same_letters(request->headers[i].name, name, length) && n-- == 0) {
			return &request->headers[i];
		}
	}
	return NULL;
}

static bool list_has(struct wsc_slice list, const char *token)
{
	const char *end = list.bytes + list.length;
	const char *at = list.bytes;

	for (;;) {
		const char *comma = memchr(at, ',', (size_t) (end - at));

		if (wsc_http_same_word(wsc_http_trim(at, comma != NULL ? comma : end), token)) {
			return true;
		}
		if (comma == NULL) {
			return false;
		}
		at = comma + 1;
	}
}

bool wsc_http_is_token(struct wsc_slice text)
{
	return text.length > 0 && span(text.bytes, text.bytes + text.length, TOKEN).length == text.length;
}

bool wsc_http_has_token(const struct wsc_request *request, const char *name, const char *token)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < request->header_count; i++) {
		if (same_letters(request->headers[i].name, name, length) && list_has(request->headers[i].value, token)) {
			return true;
		}
	}
	return false;
}

/* fields_agree() has seen to it that a Content-Length is a number. */
bool wsc_http_has_body(const struct wsc_request *request)
{
	const struct wsc_header *length = wsc_http_header(request, "Content-Length", 0);

	if (wsc_http_header(request, "Transfer-Encoding", 0) != NULL) {
		return true;
	}
	for (size_t i = 0; length != NULL && i < length->value.length; i++) {
		if (length->value.bytes[i] != '0') {
			return true;
		}
	}
	return false;
}

/* In the words of PSR-7 responses, which Ratchet's users have seen in their logs. */
const char *wsc_http_phrase(int status)
{
	static const struct {
		int status;
		const char *phrase;
	} phrases[] = {
		{200, "OK"},
		{206, "Partial Content"},
		{301, "Moved Permanently"},
		{304, "Not Modified"},
		{400, "Bad Request"},
		{401, "Unauthorized"},
		{403, "Forbidden"},
		{404, "Not Found"},
		{405, "Method Not Allowed"},
		{408, "Request Time-out"},
		{412, "Precondition Failed"},
		{413, "Request Entity Too Large"},
		{414, "Request-URI Too Large"},
		{416, "Requested range not satisfiable"},
		{426, "Upgrade Required"},
		{429, "Too Many Requests"},
		{431, "Request Header Fields Too Large"},
		{500, "Internal Server Error"},
		{501, "Not Implemented"},
		{503, "Service Unavailable"},
		{505, "HTTP Version not supported"},
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (phrases[i].status == status) {
			return phrases[i].phrase;
		}
	}
	return ""; /* RFC 9112 section 4: the phrase may be absent, the space before it not */
}

size_t wsc_http_refuse(char *out, size_t size, int status)
{
	char answer[256];
	int length = snprintf(answer, sizeof(answer), "HTTP/1.1 %d %s\r\nX-Powered-By: %s\r\n\r\n", status,
	                      wsc_http_phrase(status), WSC_POWERED_BY);

	if (length < 0 || (size_t) length > size) {
		return 0;
	}
	memcpy(out, answer, (size_t) length);
	return (size_t) length;
}
