/* SPDX-License-Identifier: MIT
 *
 * L1: tls.c and tls_context.c of a build without OpenSSL. No server ever has a
 * context for TLS then; what would make one says why not.
 */
#include "internal.h"

#ifndef WSC_HAVE_OPENSSL

#include <stdio.h>
#include <string.h>

bool wsc_tls_available(void)
{
	return false;
}

void wsc_tls_options_init(struct wsc_tls_options *options)
{
	memset(options, 0, sizeof *options);
}

struct wsc_tls *wsc_tls_new(const struct wsc_tls_options *options, char *error, size_t size)
{
	(void) options;
	snprintf(error, size, "this wschat was built without OpenSSL; build it anew where its headers are installed");
	return NULL;
}

bool wsc_tls_reload(struct wsc_tls *tls, char *error, size_t size)
{
	(void) tls;
	(void) error;
	(void) size;
	return false;
}

struct wsc_tls *wsc_tls_ref(struct wsc_tls *tls)
{
	return tls;
}

void wsc_tls_unref(struct wsc_tls *tls)
{
	(void) tls;
}

void wsc_tls_session_free(struct wsc_conn *conn)
{
	(void) conn;
}

enum wsc_tls_progress wsc_tls_handshake(struct wsc_conn *conn, char *reason, size_t size)
{
	(void) conn;
	(void) reason;
	(void) size;
	return WSC_TLS_GONE;
}

char *wsc_conn_peer_certificate(const struct wsc_conn *conn, size_t *length)
{
	(void) conn;
	(void) length;
	return NULL;
}

const struct wsc_transport wsc_io_tls = {0};

#endif
