/* SPDX-License-Identifier: MIT
 *
 * L1: an endpoint, which is what the WebSocket connections of one application
 * have in common behind a listening socket that may serve several: the
 * sub-protocols, and Ratchet's keepalive. Shared by its connections and whoever
 * made it; freed with the last of them.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

struct wsc_endpoint *wsc_endpoint_new(void)
{
	struct wsc_endpoint *endpoint = wsc_calloc(1, sizeof *endpoint);

	if (endpoint) {
		endpoint->refs = 1;
		endpoint->strict = true;
	}
	return endpoint;
}

struct wsc_endpoint *wsc_endpoint_ref(struct wsc_endpoint *endpoint)
{
	endpoint->refs++;
	return endpoint;
}

void wsc_endpoint_unref(struct wsc_endpoint *endpoint)
{
	if (--endpoint->refs == 0) {
		free(endpoint->protocols);
		free(endpoint);
	}
}

enum wsc_status wsc_endpoint_set_subprotocols(struct wsc_endpoint *endpoint, const char *const *names, size_t count,
                                              bool strict)
{
	size_t size = count * sizeof *endpoint->protocols;
	struct wsc_slice *protocols;
	char *bytes;
	size_t i;

	for (i = 0; i < count; i++) {
		size += strlen(names[i]);
	}
	protocols = wsc_malloc(size + 1);
	if (!protocols) {
		return WSC_NOMEM;
	}
	bytes = (char *) (protocols + count);
	for (i = 0; i < count; i++) {
		protocols[i].bytes = bytes;
		protocols[i].length = strlen(names[i]);
		memcpy(bytes, names[i], protocols[i].length);
		bytes += protocols[i].length;
	}
	free(endpoint->protocols);
	endpoint->protocols = protocols;
	endpoint->protocol_count = count;
	endpoint->strict = strict;
	return WSC_OK;
}

bool wsc_endpoint_subprotocol_valid(const char *name, size_t length)
{
	return wsc_http_is_token((struct wsc_slice){name, length});
}

void wsc_endpoint_set_fragments(struct wsc_endpoint *endpoint, bool wanted)
{
	endpoint->want_fragments = wanted;
}
