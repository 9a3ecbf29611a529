/* SPDX-License-Identifier: MIT
 *
 * wsc_http_parse() against a reader that waits for the whole head, splits it at
 * its line ends and looks at one line after the other. The verdict must be the
 * same for the whole input and for each way in which it arrives, and a head that
 * was accepted must say the same when it is written again from its slices.
 *
 * Input: the bytes a client sends; behind them the limits, then the cuts.
 */
#include "fuzz.h"

#include "../../ext/engine/codec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FIELDS_MAX 128

struct limits {
	size_t size;
	size_t fields;
};

/* ---- the slow reader ------------------------------------------------------ */

static bool is_digit(uint8_t byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_alpha(uint8_t byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_one_of(uint8_t byte, const char *list)
{
	return byte != 0 && strchr(list, byte) != NULL;
}

/* RFC 9110 5.6.2 */
static bool is_token_byte(uint8_t byte)
{
	return is_digit(byte) || is_alpha(byte) || is_one_of(byte, "!#$%&'*+-.^_`|~");
}

/* RFC 9110 5.5: what a line may hold. */
static bool is_text_byte(uint8_t byte)
{
	return byte == '\t' || (byte >= ' ' && byte != 0x7F);
}

static bool all_text(const uint8_t *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (!is_text_byte(bytes[i])) {
			return false;
		}
	}
	return true;
}

/* How many bytes there are before the first that is not of the kind. */
static size_t run_of(bool (*kind)(uint8_t), const uint8_t *bytes, size_t length)
{
	size_t count = 0;

	while (count < length && kind(bytes[count])) {
		count++;
	}
	return count;
}

/* Visible, and nothing that has to be escaped by everybody. */
static bool is_target_byte(uint8_t byte)
{
	return byte > ' ' && byte < 0x7F && byte != '"' && byte != '<' && byte != '>';
}

/* method SP request-target SP "HTTP/" DIGIT "." DIGIT */
static bool good_request_line(const uint8_t *line, size_t length)
{
	size_t method = run_of(is_token_byte, line, length);
	size_t target;
	const uint8_t *version;

	if (method == 0 || method == length || line[method] != ' ') {
		return false;
	}
	line += method + 1;
	length -= method + 1;
	target = run_of(is_target_byte, line, length);
	if (target == 0 || length != target + strlen(" HTTP/1.1") || memcmp(line + target, " HTTP/", 6) != 0) {
		return false;
	}
	version = line + target + 6;
	return is_digit(version[0]) && version[1] == '.' && is_digit(version[2]);
}

struct field {
	const uint8_t *name;
	size_t name_length;
	const uint8_t *value;
	size_t value_length;
};

static bool read_field(const uint8_t *line, size_t length, struct field *field)
{
	size_t name = run_of(is_token_byte, line, length);
	size_t from = name + 1;
	size_t to = length;

	if (name == 0 || name == length || line[name] != ':') {
		return false;
	}
	while (from < to && is_one_of(line[from], " \t")) {
		from++;
	}
	while (to > from && is_one_of(line[to - 1], " \t")) {
		to--;
	}
	*field = (struct field){line, name, line + from, to - from};
	return true;
}

static bool is_named(const struct field *field, const char *name)
{
	return field->name_length == strlen(name) && strncasecmp((const char *) field->name, name, field->name_length) == 0;
}

static bool is_hex(uint8_t byte)
{
	return is_digit(byte) || is_one_of(byte, "abcdefABCDEF");
}

/* The bytes of a host, from RFC 3986 3.2.2; 0: they are none. */
static size_t host_length(const uint8_t *value, size_t length)
{
	size_t at = 0;

	if (length > 0 && value[0] == '[') {
		bool colon = false;

		for (at = 1; at < length && (is_hex(value[at]) || is_one_of(value[at], ":.")); at++) {
			colon |= value[at] == ':';
		}
		return at < length && value[at] == ']' && colon ? at + 1 : 0;
	}
	while (at < length && value[at] != ':') {
		bool plain = is_digit(value[at]) || is_alpha(value[at]) || is_one_of(value[at], "-._~!$&'()*+,;=");
		bool escape = value[at] == '%' && length - at > 2 && is_hex(value[at + 1]) && is_hex(value[at + 2]);

		if (!plain && !escape) {
			return 0;
		}
		at += escape ? 3 : 1;
	}
	return at;
}

static bool good_host(const struct field *field)
{
	size_t host = host_length(field->value, field->value_length);
	unsigned long port = 0;

	if (host == 0) {
		return false;
	}
	if (host == field->value_length) {
		return true;
	}
	if (field->value[host] != ':') {
		return false;
	}
	for (size_t i = host + 1; i < field->value_length; i++) {
		if (!is_digit(field->value[i])) {
			return false;
		}
		port = port > 65535 ? port : port * 10 + (unsigned long) (field->value[i] - '0');
	}
	return port <= 65535;
}

/* What a head has to say once at most, or in one way. */
struct framing {
	bool host;
	bool encoding;
	bool length;
	struct field first_length;
};

static bool add_to_framing(struct framing *framing, const struct field *field)
{
	if (is_named(field, "host")) {
		bool second = framing->host;

		framing->host = true;
		return !second && good_host(field);
	}
	if (is_named(field, "transfer-encoding")) {
		framing->encoding = true;
	} else if (is_named(field, "content-length")) {
		if (field->value_length == 0 || run_of(is_digit, field->value, field->value_length) != field->value_length) {
			return false;
		}
		if (framing->length) {
			return field->value_length == framing->first_length.value_length &&
			       memcmp(field->value, framing->first_length.value, field->value_length) == 0;
		}
		framing->length = true;
		framing->first_length = *field;
	}
	return true;
}

/* Where the CRLF at or behind `at` is; `length` if there is none. */
static size_t find_line_end(const uint8_t *bytes, size_t length, size_t at)
{
	while (at + 1 < length && memcmp(bytes + at, "\r\n", 2) != 0) {
		at++;
	}
	return at + 1 < length ? at : length;
}

/* A line that has not ended yet is refused for its bytes alone; its last may be
 * the CR of its end. */
static bool good_beginning(const uint8_t *bytes, size_t length)
{
	return all_text(bytes, length > 0 && bytes[length - 1] == '\r' ? length - 1 : length);
}

/* What wsc_http_parse() has to say to these bytes. */
static long reference(const uint8_t *bytes, size_t length, struct limits limits)
{
	struct framing framing = {0};
	size_t end = length < limits.size ? length : limits.size;
	size_t start = end >= 2 && memcmp(bytes, "\r\n", 2) == 0 ? 2 : 0;
	size_t fields = 0;
	bool agree = true;

	if (end > start && !is_token_byte(bytes[start]) && !(end == 1 && bytes[0] == '\r')) {
		return -400;
	}
	for (size_t line = start;;) {
		size_t line_end = find_line_end(bytes, end, line);
		struct field field;

		if (line_end == end) {
			if (!good_beginning(bytes + line, end - line)) {
				return -400;
			}
			return length < limits.size                                              ? 0
			       : line > start || memchr(bytes + start, ' ', end - start) == NULL ? -413
			                                                                         : -414;
		}
		if (line_end == line && line > start) {
			agree = agree && !(framing.encoding && framing.length);
			return fields > limits.fields ? -431 : agree ? (long) line + 2 : -400;
		}
		if (!all_text(bytes + line, line_end - line)) {
			return -400;
		}
		if (line == start) {
			if (!good_request_line(bytes + line, line_end - line)) {
				return -400;
			}
		} else if (!read_field(bytes + line, line_end - line, &field)) {
			return -400;
		} else {
			fields++;
			agree = add_to_framing(&framing, &field) && agree;
		}
		line = line_end + 2;
	}
}

/* ---- what the parser does ------------------------------------------------- */

/* A request whose array has exactly as many fields as the limit says, so that
 * AddressSanitizer sees one more. The caller frees it. */
static struct wsc_request new_request(size_t fields)
{
	struct wsc_request request = {.header_limit = fields};

	request.headers = malloc(fields * sizeof *request.headers);
	ASSERT(request.headers != NULL || fields == 0);
	return request;
}

/* As input.c does it: what has arrived is parsed again and again, and may have
 * moved. Byte by byte it may not, that would take too long. */
static long parse_in_pieces(const uint8_t *bytes, size_t length, struct fuzz_cuts cuts, struct limits limits, bool move)
{
	struct wsc_request request = new_request(limits.fields);
	size_t seen = 0;
	long result = 0;

	while (result == 0 && seen < length) {
		size_t there = seen + fuzz_cut(&cuts, length - seen);
		char *copy = move ? fuzz_copy(bytes, there) : NULL;

		result = wsc_http_parse(move ? copy : (const char *) bytes, there, seen, limits.size, &request);
		free(copy);
		seen = there;
	}
	free(request.headers);
	return result;
}

static bool inside(struct wsc_slice slice, const char *from, const char *to)
{
	return slice.bytes >= from && slice.bytes <= to && slice.length <= (size_t) (to - slice.bytes);
}

/* The slices stand in the head, in order, and nothing but white space and the
 * marks of the grammar stands between them. */
static void check_slices(const struct wsc_request *request, const char *head, size_t length)
{
	const char *end = head + length;
	const char *at = request->method.bytes;

	ASSERT(at == head || (at == head + 2 && memcmp(head, "\r\n", 2) == 0));
	ASSERT(inside(request->method, head, end) && inside(request->target, head, end));
	ASSERT(request->target.bytes == at + request->method.length + 1);
	at = request->target.bytes + request->target.length + strlen(" HTTP/1.1\r\n");
	ASSERT(request->version_major == (uint8_t) (at[-5] - '0') && request->version_minor == (uint8_t) (at[-3] - '0'));
	ASSERT(request->header_count <= request->header_limit);
	for (size_t i = 0; i < request->header_count; i++) {
		const struct wsc_header *header = &request->headers[i];

		ASSERT(inside(header->name, at, end) && inside(header->value, at, end));
		ASSERT(header->name.bytes == at && wsc_http_is_token(header->name));
		at += header->name.length;
		ASSERT(*at++ == ':');
		while (at < header->value.bytes) {
			ASSERT(*at == ' ' || *at == '\t');
			at++;
		}
		at += header->value.length;
		while (*at != '\r') {
			ASSERT(*at == ' ' || *at == '\t');
			at++;
		}
		at += 2;
	}
	ASSERT(at + 2 == end && memcmp(end - 4, "\r\n\r\n", 4) == 0);
}

static void append(char **at, struct wsc_slice slice)
{
	if (slice.length > 0) {
		memcpy(*at, slice.bytes, slice.length);
	}
	*at += slice.length;
}

static bool equal(struct wsc_slice a, struct wsc_slice b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* Written again from its slices it must be the same request. */
static void check_again(const struct wsc_request *request, size_t length)
{
	struct wsc_request again = new_request(request->header_limit);
	char *text = malloc(length);
	char *at = text;

	ASSERT(text != NULL);
	append(&at, request->method);
	*at++ = ' ';
	append(&at, request->target);
	memcpy(at, " HTTP/0.0\r\n", 11);
	at[6] = (char) ('0' + request->version_major);
	at[8] = (char) ('0' + request->version_minor);
	at += 11;
	for (size_t i = 0; i < request->header_count; i++) {
		append(&at, request->headers[i].name);
		*at++ = ':';
		append(&at, request->headers[i].value);
		memcpy(at, "\r\n", 2);
		at += 2;
	}
	memcpy(at, "\r\n", 2);
	at += 2;
	ASSERT(wsc_http_parse(text, (size_t) (at - text), 0, length, &again) == at - text);
	ASSERT(equal(again.method, request->method) && equal(again.target, request->target));
	ASSERT(again.version_major == request->version_major && again.version_minor == request->version_minor);
	ASSERT(again.header_count == request->header_count);
	for (size_t i = 0; i < again.header_count; i++) {
		ASSERT(equal(again.headers[i].name, request->headers[i].name) &&
		       equal(again.headers[i].value, request->headers[i].value));
	}
	free(again.headers);
	free(text);
}

/* What refuses a request is a status line, one field and an empty line, whatever
 * the request was; where it does not fit nothing is written. */
static void check_refusal(int status, size_t size)
{
	char *out = malloc(256);
	char expected[256];
	size_t length;
	size_t line = 0;

	ASSERT(out != NULL);
	length = wsc_http_refuse(out, 256, status);
	snprintf(expected, sizeof expected, "HTTP/1.1 %d ", status);
	ASSERT(length > strlen(expected) && memcmp(out, expected, strlen(expected)) == 0);
	while (line < length && out[line] != '\r') {
		ASSERT(is_text_byte((uint8_t) out[line]));
		line++;
	}
	snprintf(expected, sizeof expected, "%.*s\r\nX-Powered-By: %s\r\n\r\n", (int) line, out, WSC_POWERED_BY);
	ASSERT(length == strlen(expected) && memcmp(out, expected, length) == 0);
	free(out);

	out = fuzz_copy(expected, size % length);
	memset(out, 0x5A, size % length);
	ASSERT(wsc_http_refuse(out, size % length, status) == 0);
	for (size_t i = 0; i < size % length; i++) {
		ASSERT(out[i] == 0x5A);
	}
	free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const struct fuzz_cuts byte_by_byte = {.count = 1};
	struct fuzz_input input = {bytes, length};
	uint8_t size = fuzz_byte(&input);
	struct limits limits = {size < 128 ? 16384 : (size_t) fuzz_word(&input) + 1, fuzz_byte(&input) % FIELDS_MAX};
	struct fuzz_cuts cuts = fuzz_cuts(&input);
	struct wsc_request request = new_request(limits.fields);
	char *copy = fuzz_copy(bytes, input.length);
	long result = wsc_http_parse(copy, input.length, 0, limits.size, &request);

	ASSERT(result == reference(bytes, input.length, limits));
	ASSERT(result == parse_in_pieces(bytes, input.length, cuts, limits, true));
	ASSERT(result == parse_in_pieces(bytes, input.length, byte_by_byte, limits, false));
	if (result > 0) {
		ASSERT((size_t) result <= input.length && (size_t) result <= limits.size);
		check_slices(&request, copy, (size_t) result);
		check_again(&request, (size_t) result);
	} else if (result < 0) {
		check_refusal((int) -result, input.length);
	}
	free(request.headers);
	free(copy);
	return 0;
}
