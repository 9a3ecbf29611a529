/* SPDX-License-Identifier: MIT
 *
 * web_origin.c: which texts are origins, and whom a list lets in.
 */
#include "../../ext/engine/web_origin.c"

#include "harness.h"

#include <stdio.h>

/* As "scheme host port", with a * before the host for subdomains. */
static const struct {
	const char *text;
	const char *parsed; /* NULL: it is none */
} texts[] = {
	{"https://example.org", "https example.org 443"},
	{"HTTPS://Example.ORG", "https example.org 443"},
	{"https://example.org:443", "https example.org 443"},
	{"http://example.org", "http example.org 80"},
	{"http://example.org:443", "http example.org 443"},
	{"http://localhost:3000", "http localhost 3000"},
	{"https://*.example.org", "https *example.org 443"},
	{"https://*.example.org:8443", "https *example.org 8443"},
	{"http://127.0.0.1:8080", "http 127.0.0.1 8080"},
	{"http://[::1]", "http [::1] 80"},
	{"http://[2001:DB8::1]:8080", "http [2001:db8::1] 8080"},
	{"http://my_host", "http my_host 80"},
	{"chrome-extension://abcdefghij", "chrome-extension abcdefghij 0"},
	{"capacitor://localhost", "capacitor localhost 0"},
	{"app+v1.0://x:1", "app+v1.0 x 1"},
	{"file://", "file  0"},
	{"null", "  0"},
	{"NULL", "  0"},
	{"", NULL},
	{"*", NULL},
	{"example.org", NULL},
	{"//example.org", NULL},
	{"https:/example.org", NULL},
	{"https:", NULL},
	{"https://", NULL},
	{"https://*", NULL},
	{"https://*.", NULL},
	{"https://*.*.example.org", NULL},
	{"https://a*.example.org", NULL},
	{"https://example.org/", NULL},
	{"https://example.org/path", NULL},
	{"https://user@example.org", NULL},
	{"https://example.org?x", NULL},
	{"https://example.org https://example.com", NULL},
	{"https://example.org:", NULL},
	{"https://example.org:0", NULL},
	{"https://example.org:65536", NULL},
	{"https://example.org:123456", NULL},
	{"https://example.org:8o", NULL},
	{"https://:443", NULL},
	{"https://ex\xC3\xA4mple.org", NULL},
	{"https://[::1", NULL},
	{"https://[]", NULL},
	{"https://[example]", NULL},
	{"https://::1", NULL},
	{"1https://example.org", NULL},
	{"ht tp://example.org", NULL},
	{"://example.org", NULL},
};

static struct wsc_slice copy_of(const char *text, char **copy)
{
	*copy = harness_copy(text, strlen(text));
	return (struct wsc_slice){*copy, strlen(text)};
}

static void parse(void)
{
	char *copy, shown[512], longest[512];
	struct wsc_web_origin origin;

	for (size_t i = 0; i < LENGTH(texts); i++) {
		bool good = wsc_web_origin_parse(copy_of(texts[i].text, &copy), &origin);

		free(copy);
		CHECKF(good == (texts[i].parsed != NULL), "%s", texts[i].text);
		if (good && texts[i].parsed) {
			snprintf(shown, sizeof shown, "%s %s%s %u", origin.scheme, origin.subdomains ? "*" : "", origin.host,
			         origin.port);
			CHECKF(strcmp(shown, texts[i].parsed) == 0, "%s, not %s", shown, texts[i].parsed);
		}
	}
	/* As long as can be, and one more. */
	for (size_t length = WSC_WEB_ORIGIN_HOST - 1; length <= WSC_WEB_ORIGIN_HOST; length++) {
		snprintf(longest, sizeof longest, "https://%0*d", (int) length, 1);
		CHECK(wsc_web_origin_parse(copy_of(longest, &copy), &origin) == (length < WSC_WEB_ORIGIN_HOST));
		free(copy);
	}
	for (size_t length = WSC_WEB_ORIGIN_SCHEME - 1; length <= WSC_WEB_ORIGIN_SCHEME; length++) {
		snprintf(longest, sizeof longest, "a%0*d://x", (int) length - 1, 1);
		CHECK(wsc_web_origin_parse(copy_of(longest, &copy), &origin) == (length < WSC_WEB_ORIGIN_SCHEME));
		free(copy);
	}
}

static void allowed(void)
{
	static const char *const list[] = {"https://example.org", "https://*.example.com", "http://localhost:3000", "null"};
	static const struct {
		const char *origins[3];
		bool allowed;
	} rows[] = {
		{{NULL}, true}, /* no page */
		{{"https://example.org"}, true},
		{{"https://EXAMPLE.org:443"}, true},
		{{"http://example.org"}, false},
		{{"https://example.org:8443"}, false},
		{{"https://www.example.org"}, false},
		{{"https://example.org.evil.net"}, false},
		{{"https://evilexample.org"}, false},
		{{"https://www.example.com"}, true},
		{{"https://a.b.example.com"}, true},
		{{"https://example.com"}, false},
		{{"https://evilexample.com"}, false},
		{{"https://.example.com"}, false},
		{{"https://*.example.com"}, false}, /* no page has such a one */
		{{"https://*.example.org"}, false},
		{{"https://www.example.com:8443"}, false},
		{{"http://www.example.com"}, false},
		{{"http://localhost:3000"}, true},
		{{"http://localhost"}, false},
		{{"null"}, true},
		{{""}, false},
		{{"garbage"}, false},
		{{"https://example.org/"}, false},
		{{"https://example.org", "https://example.org"}, false},
	};
	struct wsc_web_origin origins[LENGTH(list)];

	for (size_t i = 0; i < LENGTH(list); i++) {
		CHECK(wsc_web_origin_parse((struct wsc_slice){list[i], strlen(list[i])}, &origins[i]));
	}
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_header headers[3];
		struct wsc_request request = {.headers = headers};

		for (size_t n = 0; rows[i].origins[n]; n++) {
			headers[n] = (struct wsc_header){{"origin", 6}, {rows[i].origins[n], strlen(rows[i].origins[n])}};
			request.header_count = n + 1;
		}
		CHECKF(wsc_web_origin_allowed(origins, LENGTH(list), &request) == rows[i].allowed, "row %zu", i);
		if (rows[i].origins[0] && strcmp(rows[i].origins[0], "null") == 0) {
			CHECK(!wsc_web_origin_allowed(origins, LENGTH(list) - 1, &request)); /* the opaque one is no host */
		}
	}
}

void test_web_origin(void)
{
	RUN(parse);
	RUN(allowed);
}
