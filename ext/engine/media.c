/* SPDX-License-Identifier: MIT
 *
 * What a file is, by the extension of its name: the values of Content-Type for what
 * web pages are made of. What is not here is bytes, which a browser saves. Called by
 * site.c.
 */
#include "codec.h"

#include <string.h>

#define UTF8 "; charset=utf-8"

static const struct {
	const char *extension;
	const char *type;
} types[] = {
	{"html", "text/html" UTF8},
	{"htm", "text/html" UTF8},
	{"css", "text/css" UTF8},
	{"js", "text/javascript" UTF8},
	{"mjs", "text/javascript" UTF8},
	{"txt", "text/plain" UTF8},
	{"md", "text/markdown" UTF8},
	{"csv", "text/csv" UTF8},
	{"vtt", "text/vtt" UTF8},
	{"xml", "text/xml" UTF8},
	{"json", "application/json"},
	{"map", "application/json"},
	{"webmanifest", "application/manifest+json"},
	{"wasm", "application/wasm"},
	{"pdf", "application/pdf"},
	{"zip", "application/zip"},
	{"gz", "application/gzip"},
	{"svg", "image/svg+xml"},
	{"png", "image/png"},
	{"jpg", "image/jpeg"},
	{"jpeg", "image/jpeg"},
	{"gif", "image/gif"},
	{"webp", "image/webp"},
	{"avif", "image/avif"},
	{"bmp", "image/bmp"},
	{"ico", "image/vnd.microsoft.icon"},
	{"woff", "font/woff"},
	{"woff2", "font/woff2"},
	{"ttf", "font/ttf"},
	{"otf", "font/otf"},
	{"mp3", "audio/mpeg"},
	{"m4a", "audio/mp4"},
	{"ogg", "audio/ogg"},
	{"wav", "audio/wav"},
	{"mp4", "video/mp4"},
	{"webm", "video/webm"},
};

const char *wsc_media_type(const char *name)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && i < sizeof types / sizeof types[0]; i++) {
		if (wsc_http_same_word((struct wsc_slice){dot + 1, strlen(dot + 1)}, types[i].extension)) {
			return types[i].type;
		}
	}
	return "application/octet-stream";
}
