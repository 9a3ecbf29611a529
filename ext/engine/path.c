/* SPDX-License-Identifier: MIT
 *
 * The path of a request, and the name of the file that it asks for: escapes are
 * decoded once, and then whatever could lead elsewhere, or could be read in two ways,
 * is no name: `..` and other names with a dot in front, empty ones, a slash that was
 * escaped, backslashes, control bytes. Source code of PHP and copies that editors
 * leave are no files to serve, wherever they lie.
 *
 * Called by site.c.
 */
#include "codec.h"

#include <string.h>

/* RFC 9112 section 3.2: a path, or a URI with one. */
struct wsc_slice wsc_path_of(struct wsc_slice target)
{
	const char *end = target.bytes + target.length;
	const char *at = target.bytes;
	const char *query;

	if (*at != '/') {
		const char *colon = memchr(at, ':', target.length);

		if (colon == NULL || end - colon < 3 || colon[1] != '/' || colon[2] != '/') {
			return (struct wsc_slice){end, 0};
		}
		for (at = colon + 3; at < end && *at != '/' && *at != '?'; at++) {
		}
		if (at == end || *at == '?') {
			return (struct wsc_slice){"/", 1};
		}
	}
	query = memchr(at, '?', (size_t) (end - at));
	return (struct wsc_slice){at, (size_t) ((query != NULL ? query : end) - at)};
}

static int digit_of(char byte)
{
	if (byte >= '0' && byte <= '9') {
		return byte - '0';
	}
	byte |= 0x20;
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The next byte, which may be escaped; -1: it can't be part of a name. */
static int next_byte(const char **at, const char *end)
{
	uint8_t byte = (uint8_t) * (*at)++;

	if (byte == '%') {
		int high = end - *at >= 2 ? digit_of((*at)[0]) : -1;
		int low = high >= 0 ? digit_of((*at)[1]) : -1;

		if (low < 0) {
			return -1;
		}
		*at += 2;
		byte = (uint8_t) (high << 4 | low);
		if (byte == '/') {
			return -1;
		}
	}
	return byte < 0x20 || byte == 0x7F || byte == '\\' || byte == '#' ? -1 : byte;
}

/* RFC 8615: the one hidden folder that is there to be seen. */
static bool is_well_known(const char *name, size_t length, bool first)
{
	static const char word[] = ".well-known";

	return first && length == sizeof word - 1 && memcmp(name, word, length) == 0;
}

static bool has_suffix(const char *suffix, const char *word, bool whole)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++) {
		if ((suffix[i] | 0x20) != word[i]) {
			return false;
		}
	}
	return !whole || suffix[i] == '\0';
}

/* A name between two slashes, decoded and terminated. */
static bool is_public(const char *name, size_t length, bool first)
{
	const char *dot = strrchr(name, '.');

	if (length == 0 || (name[0] == '.' && !is_well_known(name, length, first)) || name[length - 1] == '~') {
		return false;
	}
	return dot == NULL || !(has_suffix(dot + 1, "php", false) || has_suffix(dot + 1, "phtml", true) ||
	                        has_suffix(dot + 1, "phar", true) || has_suffix(dot + 1, "inc", true));
}

bool wsc_path_decode(struct wsc_slice path, char *out, size_t size)
{
	const char *at = path.bytes, *end = at + path.length;
	char *name = out, *to = out;

	if (at == end || *at++ != '/') {
		return false;
	}
	while (at < end) {
		bool slash = *at == '/';
		int byte = next_byte(&at, end);

		if (byte < 0 || (size_t) (to - out) + 1 >= size) {
			return false;
		}
		if (slash) {
			*to = '\0';
			if (!is_public(name, (size_t) (to - name), name == out)) {
				return false;
			}
			name = to + 1;
		}
		*to++ = (char) byte;
	}
	*to = '\0';
	return to == name || is_public(name, (size_t) (to - name), name == out);
}
