/* SPDX-License-Identifier: MIT
 *
 * What a request wants of a file that is there: all of it, a part (RFC 9110 section
 * 14), nothing, as the client has it already, or nothing, as it is not the one that
 * the client means (section 13). One part alone: to a request for several the answer
 * is the whole file, as 14.2 allows. What breaks the grammar was not said.
 *
 * Called by site.c.
 */
#include "codec.h"

#include <string.h>

/* ---- entity tags, section 8.8.3 ------------------------------------------------- */

/* The next one of a list; false: there is none. */
static bool next_tag(struct wsc_slice *list, struct wsc_slice *tag, bool *weak)
{
	const char *at = list->bytes, *end = at + list->length;
	const char *quote;

	while (at < end && (*at == ' ' || *at == '\t' || *at == ',')) {
		at++;
	}
	*weak = end - at >= 2 && at[0] == 'W' && at[1] == '/';
	at += *weak ? 2 : 0;
	if (at == end || *at != '"') {
		return false;
	}
	quote = memchr(at + 1, '"', (size_t) (end - at - 1));
	if (quote == NULL) {
		return false;
	}
	*tag = (struct wsc_slice){at, (size_t) (quote + 1 - at)};
	*list = (struct wsc_slice){quote + 1, (size_t) (end - quote - 1)};
	return true;
}

static bool is_star(struct wsc_slice value)
{
	return value.length == 1 && *value.bytes == '*';
}

/* Does one of the fields of that name name this file? Two tags are the same, 8.8.3.2,
 * if both are strong, or if it is not asked for that. */
static bool names_it(const struct wsc_request *request, const char *field, const struct wsc_version *version,
                     bool strong)
{
	const struct wsc_header *header;
	size_t length = strlen(version->tag);

	for (size_t n = 0; (header = wsc_http_header(request, field, n)) != NULL; n++) {
		struct wsc_slice list = header->value, tag;
		bool weak;

		if (is_star(list)) {
			return true;
		}
		while (next_tag(&list, &tag, &weak)) {
			if (tag.length == length && memcmp(tag.bytes, version->tag, length) == 0 &&
			    !(strong && (weak || version->weak))) {
				return true;
			}
		}
	}
	return false;
}

/* Of the first field of that name; false: it is none. */
static bool date_in(const struct wsc_request *request, const char *field, int64_t *date)
{
	const struct wsc_header *header = wsc_http_header(request, field, 0);

	return header != NULL && wsc_date_parse(header->value, date);
}

/* ---- ranges, section 14.1 ---------------------------------------------------------- */

/* Digits, as far as they go; more than fit are as many as fit. */
static bool read_number(const char **at, const char *end, uint64_t *number)
{
	const char *from = *at;

	for (*number = 0; *at < end && **at >= '0' && **at <= '9'; (*at)++) {
		uint64_t digit = (uint64_t) (**at - '0');

		*number = *number > (UINT64_MAX - digit) / 10 ? UINT64_MAX : *number * 10 + digit;
	}
	return *at > from;
}

/* bytes=1-2, bytes=1-, bytes=-2: 206 or 416. Everything else: 200. */
static int read_range(struct wsc_slice value, uint64_t size, struct wsc_part *part)
{
	static const char unit[] = "bytes=";
	const char *at = value.bytes, *end = at + value.length;
	uint64_t first = 0, last = 0;
	bool has_first, has_last;

	if (value.length < sizeof unit || !wsc_http_same_word((struct wsc_slice){at, sizeof unit - 1}, unit)) {
		return 200;
	}
	at += sizeof unit - 1;
	has_first = read_number(&at, end, &first);
	if (at == end || *at++ != '-') {
		return 200;
	}
	has_last = read_number(&at, end, &last);
	if (at != end || (!has_first && !has_last) || (has_first && has_last && last < first)) {
		return 200;
	}
	if (!has_first) {
		if (last == 0 || size == 0) {
			return 416;
		}
		*part = (struct wsc_part){last < size ? size - last : 0, last < size ? last : size};
		return 206;
	}
	if (first >= size) {
		return 416;
	}
	if (!has_last || last >= size) {
		last = size - 1;
	}
	*part = (struct wsc_part){first, last - first + 1};
	return 206;
}

/* Section 13.1.5: is the part to be one of the file that the client knows? */
static bool range_is_meant(const struct wsc_request *request, const struct wsc_version *version)
{
	const struct wsc_header *header = wsc_http_header(request, "If-Range", 0);
	int64_t date;

	if (header == NULL) {
		return true;
	}
	if (wsc_date_parse(header->value, &date)) {
		return !version->weak && date == version->modified;
	}
	return !is_star(header->value) && names_it(request, "If-Range", version, true);
}

/* ---- the order of 13.2.2 -------------------------------------------------------------- */

int wsc_condition(const struct wsc_request *request, const struct wsc_version *version, uint64_t size,
                  struct wsc_part *part)
{
	bool get = request->method.length == 3;
	const struct wsc_header *range = get ? wsc_http_header(request, "Range", 0) : NULL;
	int64_t date;

	*part = (struct wsc_part){0, size};
	if (wsc_http_header(request, "If-Match", 0) != NULL) {
		if (!names_it(request, "If-Match", version, true)) {
			return 412;
		}
	} else if (date_in(request, "If-Unmodified-Since", &date) && version->modified > date) {
		return 412;
	}
	if (wsc_http_header(request, "If-None-Match", 0) != NULL) {
		if (names_it(request, "If-None-Match", version, false)) {
			return 304;
		}
	} else if (date_in(request, "If-Modified-Since", &date) && version->modified <= date) {
		return 304;
	}
	if (range == NULL || wsc_http_header(request, "Range", 1) != NULL || !range_is_meant(request, version)) {
		return 200;
	}
	return read_range(range->value, size, part);
}
