/* SPDX-License-Identifier: MIT
 *
 * The bytes of a request taken apart. The strict way is the engine's own codec;
 * the lenient one takes what Guzzle's Message::parseRequest() takes besides: a
 * bare LF at the end of a line, empty lines before the first, a request line
 * without a version, lines that are folded in HTTP/1.0. No user code runs here.
 */
#include "php_wschat.h"

#include "psr7_parse.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* Room for a field a line. */
static void head_init(struct wschat_psr7_head *head, const char *bytes, size_t length)
{
	const char *at = bytes;
	const char *end = bytes + length;
	size_t lines = 0;

	memset(head, 0, offsetof(struct wschat_psr7_head, few)); /* that array is large */
	head->many = NULL;
	head->unfolded = NULL;
	while ((at = memchr(at, '\n', (size_t) (end - at)))) {
		lines++;
		at++;
	}
	if (lines > WSCHAT_PSR7_FIELDS) {
		head->many = safe_emalloc(lines, sizeof(*head->many), 0);
	}
	head->request.headers = head->many ? head->many : head->few;
	head->request.header_limit = MAX(lines, WSCHAT_PSR7_FIELDS);
}

void wschat_psr7_head_dtor(struct wschat_psr7_head *head)
{
	if (head->many) {
		efree(head->many);
	}
	if (head->unfolded) {
		zend_string_release(head->unfolded);
	}
}

bool wschat_psr7_head_read(struct wschat_psr7_head *head, const zend_string *bytes)
{
	const char *start = ZSTR_VAL(bytes);
	const char *end = start + ZSTR_LEN(bytes);
	const char *empty = zend_memnstr(start, ZEND_STRL("\r\n\r\n"), end);
	long length;

	head_init(head, start, (size_t) ((empty ? empty : end) - start));
	length = wsc_http_parse(start, ZSTR_LEN(bytes), 0, SIZE_MAX, &head->request);
	if (length <= 0) {
		return false;
	}
	/* The line is METHOD SP target SP "HTTP/" version. */
	head->version.bytes = head->request.target.bytes + head->request.target.length + sizeof(" HTTP/") - 1;
	head->version.length = 3;
	head->body.bytes = start + length;
	head->body.length = ZSTR_LEN(bytes) - (size_t) length;
	return true;
}

/* ---- the lenient way ----------------------------------------------------- */

static bool refuse(const char *text)
{
	zend_throw_exception(spl_ce_InvalidArgumentException, text, 0);
	return false;
}

/* The line at `at`, without its end; *next: where the next one begins. */
static struct wsc_slice line_at(const char *at, const char *end, const char **next)
{
	const char *feed = memchr(at, '\n', (size_t) (end - at));
	struct wsc_slice line = {at, (size_t) ((feed ? feed : end) - at)};

	*next = feed ? feed + 1 : end;
	if (feed && line.length > 0 && feed[-1] == '\r') {
		line.length--;
	}
	return line;
}

/* Where the empty line begins that ends the head; *body: what is behind it.
 * NULL: there is none. */
static const char *head_end(const char *at, const char *end, const char **body)
{
	while (at < end) {
		const char *next;
		struct wsc_slice line = line_at(at, end, &next);

		if (line.length == 0 && next > at && next[-1] == '\n') {
			*body = next;
			return at;
		}
		at = next;
	}
	return NULL;
}

static bool split_start_line(struct wschat_psr7_head *head, struct wsc_slice line)
{
	const char *end = line.bytes + line.length;
	const char *first = memchr(line.bytes, ' ', line.length);
	const char *second = first ? memchr(first + 1, ' ', (size_t) (end - first - 1)) : NULL;
	const char *slash = second ? memchr(second, '/', (size_t) (end - second)) : NULL;

	if (!first || first == line.bytes || memchr(line.bytes, '\r', line.length) || (second && !slash)) {
		return refuse("Invalid request string");
	}
	head->request.method.bytes = line.bytes;
	head->request.method.length = (size_t) (first - line.bytes);
	head->request.target.bytes = first + 1;
	head->request.target.length = (size_t) ((second ? second : end) - first - 1);
	head->version.bytes = "1.1";
	head->version.length = 3;
	if (slash) {
		head->version.bytes = slash + 1;
		head->version.length = strcspn(slash + 1, "/\r\n");
	}
	return head->request.target.length > 0 || refuse("Invalid request string");
}

/* Folded lines joined by a space each, RFC 9112 section 5.2: HTTP/1.0 had them. */
static zend_string *unfold(const char *at, const char *end)
{
	smart_str out = {0};

	while (at < end) {
		const char *next;
		struct wsc_slice line = line_at(at, end, &next);

		smart_str_appendl(&out, line.bytes, line.length);
		if (next < end && (*next == ' ' || *next == '\t')) {
			smart_str_appendc(&out, ' ');
			next += strspn(next, " \t"); /* the line ends before the string does */
		} else {
			smart_str_appends(&out, "\r\n");
		}
		at = next;
	}
	return smart_str_extract(&out);
}

static bool split_field(struct wsc_slice line, struct wsc_header *field)
{
	const char *end = line.bytes + line.length;
	const char *colon = memchr(line.bytes, ':', line.length);
	const char *at;

	if (line.length > 0 && (*line.bytes == ' ' || *line.bytes == '\t')) {
		return refuse("Invalid header syntax: Obsolete line folding");
	}
	if (!colon) {
		return refuse("Invalid header syntax");
	}
	field->name.bytes = line.bytes;
	field->name.length = (size_t) (colon - line.bytes);
	field->value = wsc_http_trim(colon + 1, end);
	for (at = field->value.bytes; at < field->value.bytes + field->value.length; at++) {
		if (((unsigned char) *at < ' ' && *at != '\t') || *at == 0x7f) {
			return refuse("Invalid header syntax");
		}
	}
	return wsc_http_is_token(field->name) || refuse("Invalid header syntax");
}

bool wschat_psr7_head_read_leniently(struct wschat_psr7_head *head, const zend_string *bytes)
{
	const char *at = ZSTR_VAL(bytes) + strspn(ZSTR_VAL(bytes), "\r\n");
	const char *end = ZSTR_VAL(bytes) + ZSTR_LEN(bytes);
	const char *body = end;
	const char *last = head_end(at, end, &body);

	head_init(head, at, last ? (size_t) (last - at) : 0);
	if (ZSTR_LEN(bytes) == 0) {
		return refuse("Invalid message");
	}
	if (!last) {
		return refuse("Invalid message: Missing header delimiter");
	}
	if (!split_start_line(head, line_at(at, last, &at))) {
		return false;
	}
	head->body.bytes = body;
	head->body.length = (size_t) (end - body);
	if (wsc_http_same_word(head->version, "1.0")) {
		head->unfolded = unfold(at, last);
		at = ZSTR_VAL(head->unfolded);
		last = at + ZSTR_LEN(head->unfolded);
	}
	while (at < last) {
		if (!split_field(line_at(at, last, &at), &head->request.headers[head->request.header_count])) {
			return false;
		}
		head->request.header_count++;
	}
	return true;
}
