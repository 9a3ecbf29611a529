/* SPDX-License-Identifier: MIT
 *
 * path.c and media.c: which name a path asks for, and what none may ask for.
 */
#include "../../ext/engine/path.c"

#include "harness.h"

static void paths_of_targets(void)
{
	static const struct {
		const char *target;
		const char *path;
	} rows[] = {
		{"/", "/"},        {"/a/b?c=/d", "/a/b"}, {"/?", "/"}, {"http://a/b?c", "/b"},
		{"http://a", "/"}, {"http://a?b/c", "/"}, {"*", ""},   {"a:80", ""},
		{"a", ""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		char *copy = harness_copy(rows[i].target, strlen(rows[i].target));
		struct wsc_slice path = wsc_path_of((struct wsc_slice){copy, strlen(rows[i].target)});

		CHECKF(path.length == strlen(rows[i].path) && memcmp(path.bytes, rows[i].path, path.length) == 0, "%s: %.*s",
		       rows[i].target, (int) path.length, path.bytes);
		free(copy);
	}
}

static void names_of_paths(void)
{
	static const struct {
		const char *path;
		const char *name; /* NULL: none */
	} rows[] = {
		{"/", ""},
		{"/a.css", "a.css"},
		{"/a/b/c", "a/b/c"},
		{"/a/", "a/"},
		{"/%61%2Ecss", "a.css"},
		{"/a%20b+c", "a b+c"},
		{"/%25", "%"},
		{"/%252e%252e", "%2e%2e"},
		{"/\xC3\xA4", "\xC3\xA4"},
		{"/a..b", "a..b"},
		{"/.well-known/acme-challenge/x", ".well-known/acme-challenge/x"},
		{"", NULL},
		{"a", NULL},
		{"//", NULL},
		{"//evil.net/a", NULL},
		{"/a//b", NULL},
		{"/..", NULL},
		{"/../a", NULL},
		{"/a/../b", NULL},
		{"/a/..", NULL},
		{"/.", NULL},
		{"/a/./b", NULL},
		{"/%2e%2e/a", NULL},
		{"/.%2E/a", NULL},
		{"/..%2fa", NULL},
		{"/a%2Fb", NULL},
		{"/a\\b", NULL},
		{"/a%5C..%5Cb", NULL},
		{"/a%00.css", NULL},
		{"/a%0D%0A", NULL},
		{"/a%7f", NULL},
		{"/a#b", NULL},
		{"/%", NULL},
		{"/%4", NULL},
		{"/%zz", NULL},
		{"/%4g", NULL},
		{"/.git/config", NULL},
		{"/a/.env", NULL},
		{"/a/.well-known/b", NULL},
		{"/.well-knownx/b", NULL},
		{"/server.php", NULL},
		{"/server.PHP7", NULL},
		{"/a.php/b", NULL},
		{"/a.inc", NULL},
		{"/a.phtml", NULL},
		{"/a.phar", NULL},
		{"/a.inch", "a.inch"},
		{"/php.html", "php.html"},
		{"/config.js~", NULL},
	};
	char name[32];

	for (size_t i = 0; i < LENGTH(rows); i++) {
		size_t length = strlen(rows[i].path);
		char *copy = harness_copy(rows[i].path, length);
		bool is = wsc_path_decode((struct wsc_slice){copy, length}, name, sizeof name);

		CHECKF(is == (rows[i].name != NULL) && (!is || strcmp(name, rows[i].name) == 0), "%s: %s", rows[i].path,
		       is ? name : "none");
		free(copy);
	}
}

/* Never a byte behind the buffer. */
static void long_names(void)
{
	for (size_t size = 2; size < 12; size++) {
		char *name = malloc(size);

		CHECKF(wsc_path_decode((struct wsc_slice){"/abc/defg", 9}, name, size) == (size > 8), "%zu", size);
		free(name);
	}
}

static void media_types(void)
{
	CHECK(strcmp(wsc_media_type("index.html"), "text/html; charset=utf-8") == 0);
	CHECK(strcmp(wsc_media_type("a.b/LOGO.PNG"), "image/png") == 0);
	CHECK(strcmp(wsc_media_type("a.min.js"), "text/javascript; charset=utf-8") == 0);
	CHECK(strcmp(wsc_media_type("README"), "application/octet-stream") == 0);
	CHECK(strcmp(wsc_media_type("a.htmlx"), "application/octet-stream") == 0);
	CHECK(strcmp(wsc_media_type("a."), "application/octet-stream") == 0);
}

void test_path(void)
{
	RUN(paths_of_targets);
	RUN(names_of_paths);
	RUN(long_names);
	RUN(media_types);
}
