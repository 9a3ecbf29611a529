/* SPDX-License-Identifier: MIT
 *
 * L1: how the bytes of a connection are moved: by TCP, or by TLS over it. A part of
 * internal.h, which includes it. None of it waits or runs user code.
 */
#ifndef WSC_TRANSPORT_H
#define WSC_TRANSPORT_H

#include "os.h"
#include "wsc.h"

/* ---- io.c: the one place that reads and writes a connection -------------- */

/* Both return bytes, 0 only for the peer's FIN (recv), or one of these. */
#define WSC_IO_AGAIN (-1) /* nothing now; wait for the event                         */
#define WSC_IO_ERROR (-2) /* the connection is gone                                  */
#define WSC_IO_NEVER (-3) /* of sendfile(): not with this file                       */

struct wsc_transport {
	ssize_t (*recv)(struct wsc_conn *conn, void *buffer, size_t size);
	ssize_t (*sendv)(struct wsc_conn *conn, struct iovec *vector, int count);
	bool (*waiting)(struct wsc_conn *conn);  /* are there bytes that could be read?  */
	bool (*shutdown)(struct wsc_conn *conn); /* says that nothing more will be sent; false: not yet,
	                                                     as the kernel takes nothing at present */
	/* Bytes of a file, as many as it likes; 0: it has ended. NULL: they have to go through sendv(). */
	ssize_t (*sendfile)(struct wsc_conn *conn, int file, uint64_t offset, size_t length);
	void (*close)(struct wsc_conn *conn, bool reset); /* reset: the queue is thrown away, so
	                                                     the peer is told with an RST          */
};

extern const struct wsc_transport wsc_io_tcp;

/* Could four descriptors be opened now? */
bool wsc_io_descriptors_left(void);

/* What has arrived on the socket below any transport: looks at it, and takes of it
 * what a look has seen. As recv() of a transport. */
ssize_t wsc_io_peek(const struct wsc_conn *conn, void *buffer, size_t size);
bool wsc_io_take(const struct wsc_conn *conn, void *buffer, size_t size);

/* ---- tls_context.c, tls.c: the same over OpenSSL (no_tls.c: none) ------------- */

struct ssl_ctx_st;      /* SSL_CTX    */
struct bio_method_st;   /* BIO_METHOD */
struct wsc_tls_session; /* what a connection has of OpenSSL's */

struct wsc_tls {
	unsigned refs;
	struct wsc_tls_options options;
	void *kept;                   /* what the pointers in it lead to                        */
	struct bio_method_st *method; /* how OpenSSL gets at the transport of TCP               */
	struct ssl_ctx_st **contexts; /* that of local_cert, then one for each of options.names */
};

struct wsc_tls *wsc_tls_ref(struct wsc_tls *tls);
struct bio_method_st *wsc_tls_method_new(void); /* NULL: no memory */
void wsc_tls_method_free(struct bio_method_st *method);

/* Its handshake has to be done first, then it works like wsc_io_tcp. */
extern const struct wsc_transport wsc_io_tls;

enum wsc_tls_progress {
	WSC_TLS_MORE,   /* wait for the event                              */
	WSC_TLS_DONE,   /* it can be read and written                      */
	WSC_TLS_FAILED, /* and `reason` says why                           */
	WSC_TLS_GONE,   /* the client has left before it said anything     */
	WSC_TLS_NOMEM
};

/* Goes on with it. The first call makes conn->tls. */
enum wsc_tls_progress wsc_tls_handshake(struct wsc_conn *conn, char *reason, size_t size);
/* Frees conn->tls, if there is one. */
void wsc_tls_session_free(struct wsc_conn *conn);

#endif
