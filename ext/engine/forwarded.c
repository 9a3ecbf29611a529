/* SPDX-License-Identifier: MIT
 *
 * L0: the client's address from what proxies have written into the request. Every
 * proxy appends the peer it has seen, and whatever stood there before came from
 * that peer: so it is only worth what the peer is trusted. A client that sends a
 * field of its own is found out by that, and what is no address ends the search.
 *
 * Called by origin.c, for requests that come from a trusted peer.
 */
#include "codec.h"

#include <string.h>

/* What would be the result if the list ended where it has been read to. */
struct search {
	const struct wsc_network *trusted;
	size_t trusted_count;
	bool found;
	struct wsc_ip ip;
};

/* "192.0.2.1", "192.0.2.1:80", "2001:db8::1" or "[2001:db8::1]:80" */
static bool parse_node(struct wsc_slice text, struct wsc_ip *ip)
{
	const char *end = text.bytes + text.length;
	const char *colon;

	if (text.length > 0 && text.bytes[0] == '[') {
		const char *close = memchr(text.bytes, ']', text.length);

		return close && (close + 1 == end || close[1] == ':') &&
		       wsc_ip_parse((struct wsc_slice){text.bytes + 1, (size_t) (close - text.bytes - 1)}, ip);
	}
	colon = text.length > 0 ? memchr(text.bytes, ':', text.length) : NULL;
	if (colon && !memchr(colon + 1, ':', (size_t) (end - colon - 1))) {
		text.length = (size_t) (colon - text.bytes);
	}
	return wsc_ip_parse(text, ip);
}

/* The value of `for` in an element of RFC 7239 section 4. */
static bool parse_element(struct wsc_slice element, struct wsc_ip *ip)
{
	const char *at = element.bytes;
	const char *end = at + element.length;

	while (at < end) {
		const char *semicolon = memchr(at, ';', (size_t) (end - at));
		const char *stop = semicolon ? semicolon : end;
		const char *equals = memchr(at, '=', (size_t) (stop - at));

		if (equals && wsc_http_same_word(wsc_http_trim(at, equals), "for")) {
			struct wsc_slice value = wsc_http_trim(equals + 1, stop);

			if (value.length >= 2 && value.bytes[0] == '"' && value.bytes[value.length - 1] == '"') {
				value = (struct wsc_slice){value.bytes + 1, value.length - 2};
			}
			return parse_node(value, ip);
		}
		at = semicolon ? semicolon + 1 : end;
	}
	return false;
}

/* One more element, in the order of the list. It is the peer of the next one, if
 * that is trusted. */
static void add(struct search *search, bool good, const struct wsc_ip *ip)
{
	if (!good) {
		search->found = false; /* nobody gets past it from the right */
	} else if (!search->found || !wsc_network_any(search->trusted, search->trusted_count, ip)) {
		search->found = true;
		search->ip = *ip;
	}
}

/* Commas in quotes end an element, too: no address has one, and a quote that a
 * client has opened must not reach into what the proxy has written behind it. */
static void read_field(struct search *search, struct wsc_slice value, bool elements)
{
	const char *at = value.bytes;
	const char *end = at + value.length;

	while (at < end) {
		const char *comma = memchr(at, ',', (size_t) (end - at));
		struct wsc_slice part = wsc_http_trim(at, comma ? comma : end);
		struct wsc_ip ip;

		if (part.length > 0) {
			bool good = elements ? parse_element(part, &ip) : parse_node(part, &ip);

			add(search, good, &ip);
		}
		at = comma ? comma + 1 : end;
	}
}

void wsc_forwarded(const struct wsc_request *request, const char *name, const struct wsc_network *trusted,
                   size_t trusted_count, struct wsc_ip *ip)
{
	bool elements = wsc_http_same_word((struct wsc_slice){name, strlen(name)}, "Forwarded");
	struct search search = {.trusted = trusted, .trusted_count = trusted_count};
	const struct wsc_header *header;

	for (size_t n = 0; (header = wsc_http_header(request, name, n)) != NULL; n++) {
		read_field(&search, header->value, elements);
	}
	if (search.found) {
		*ip = search.ip;
	}
}
