/* SPDX-License-Identifier: MIT
 *
 * L0: the Origin header of RFC 6454, by which a browser says whose page asks, and the
 * list of those that may. Both sides are brought into one form first: schemes and hosts
 * in small letters, the usual port of http and https filled in. It takes an origin and
 * nothing more: no path, no user, no list of several, no name that is not ASCII, as
 * browsers send those as xn--….
 *
 * Called by input.c for each request, and by the embedder for its list.
 */
#include "codec.h"

#include <string.h>

static char small(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char) (byte | 0x20) : byte;
}

static bool is_letter(char byte)
{
	return small(byte) >= 'a' && small(byte) <= 'z';
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* RFC 3986 section 3.1 */
static bool copy_scheme(struct wsc_slice text, char scheme[WSC_WEB_ORIGIN_SCHEME])
{
	if (text.length == 0 || text.length >= WSC_WEB_ORIGIN_SCHEME || !is_letter(text.bytes[0])) {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];

		if (!is_letter(byte) && !is_digit(byte) && byte != '+' && byte != '-' && byte != '.') {
			return false;
		}
		scheme[i] = small(byte);
	}
	return true;
}

/* A name, an IPv4 address, or an IPv6 one in brackets. */
static bool copy_host(struct wsc_slice text, char host[WSC_WEB_ORIGIN_HOST])
{
	bool bracketed = text.length > 2 && text.bytes[0] == '[' && text.bytes[text.length - 1] == ']';
	struct wsc_ip ip;

	if (text.length == 0 || text.length >= WSC_WEB_ORIGIN_HOST) {
		return false;
	}
	if (bracketed && !wsc_ip_parse((struct wsc_slice){text.bytes + 1, text.length - 2}, &ip)) {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];

		if (!bracketed && !is_letter(byte) && !is_digit(byte) && byte != '-' && byte != '.' && byte != '_') {
			return false;
		}
		host[i] = small(byte);
	}
	return true;
}

static bool parse_port(struct wsc_slice text, uint16_t *port)
{
	uint32_t number = 0;

	if (text.length == 0 || text.length > 5) {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		if (!is_digit(text.bytes[i])) {
			return false;
		}
		number = number * 10 + (uint32_t) (text.bytes[i] - '0');
	}
	*port = (uint16_t) number;
	return number > 0 && number <= 65535;
}

/* The usual one, which browsers leave out. */
static uint16_t port_of(const char *scheme)
{
	if (strcmp(scheme, "https") == 0) {
		return 443;
	}
	return strcmp(scheme, "http") == 0 ? 80 : 0;
}

/* Where in `host` its port begins, at a colon that is not one of IPv6. */
static size_t find_port(struct wsc_slice host)
{
	size_t at = host.length;

	while (at > 0 && is_digit(host.bytes[at - 1])) {
		at--;
	}
	return at > 0 && host.bytes[at - 1] == ':' ? at - 1 : host.length;
}

bool wsc_web_origin_parse(struct wsc_slice text, struct wsc_web_origin *origin)
{
	struct wsc_slice scheme = {text.bytes, 0}, host, port;

	memset(origin, 0, sizeof *origin);
	if (wsc_http_same_word(text, "null")) {
		return true;
	}
	while (scheme.length < text.length && text.bytes[scheme.length] != ':') {
		scheme.length++;
	}
	if (text.length < scheme.length + 3 || memcmp(text.bytes + scheme.length, "://", 3) != 0 ||
	    !copy_scheme(scheme, origin->scheme)) {
		return false;
	}
	host = (struct wsc_slice){text.bytes + scheme.length + 3, text.length - scheme.length - 3};
	if (host.length == 0) {
		return strcmp(origin->scheme, "file") == 0; /* as the pages of some apps say */
	}
	port = host;
	host.length = find_port(host);
	port.bytes += host.length;
	port.length -= host.length;
	origin->port = port_of(origin->scheme);
	if (port.length > 0 && !parse_port((struct wsc_slice){port.bytes + 1, port.length - 1}, &origin->port)) {
		return false;
	}
	if (host.length > 2 && memcmp(host.bytes, "*.", 2) == 0) {
		origin->subdomains = true;
		host.bytes += 2;
		host.length -= 2;
	}
	return copy_host(host, origin->host);
}

static bool fits(const struct wsc_web_origin *pattern, const struct wsc_web_origin *origin)
{
	size_t host = strlen(origin->host), tail = strlen(pattern->host);

	if (strcmp(pattern->scheme, origin->scheme) != 0 || pattern->port != origin->port || origin->subdomains) {
		return false;
	}
	if (!pattern->subdomains) {
		return strcmp(pattern->host, origin->host) == 0;
	}
	return host > tail + 1 && origin->host[host - tail - 1] == '.' &&
	       memcmp(origin->host + host - tail, pattern->host, tail) == 0;
}

bool wsc_web_origin_allowed(const struct wsc_web_origin *allowed, size_t count, const struct wsc_request *request)
{
	const struct wsc_header *header = wsc_http_header(request, "Origin", 0);
	struct wsc_web_origin origin;

	if (!header) {
		return true;
	}
	if (wsc_http_header(request, "Origin", 1) || !wsc_web_origin_parse(header->value, &origin)) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (fits(&allowed[i], &origin)) {
			return true;
		}
	}
	return false;
}
