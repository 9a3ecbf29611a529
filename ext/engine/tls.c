/* SPDX-License-Identifier: MIT
 *
 * L1: the transport of a TLS connection: OpenSSL above the transport of io.c,
 * which alone touches the descriptor. Reads straight into the buffer of the
 * loop; small sends leave together, in records of up to 16 KiB. A client that
 * goes without a close_notify has gone: a WebSocket says by itself when a
 * message is complete. No function here waits, raises SIGPIPE or runs user code.
 *
 * What OpenSSL holds for a connection is made when its first byte comes and given
 * back when it is closed. The queue of errors, which PHP's own extensions share,
 * is emptied before each call and left empty.
 */
#include "internal.h"

#ifdef WSC_HAVE_OPENSSL

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#define RECORD_SIZE 16384 /* RFC 8446 5.1 */

/* Behind conn->tls. */
struct wsc_tls_session {
	struct wsc_tls *tls; /* one reference                                             */
	SSL *ssl;            /* NULL once closed                                          */
	X509 *peer;          /* the client's certificate, until the connection is freed; or NULL */
	pid_t owner;         /* a child of it must not use its keys                       */
	bool done;           /* hands are shaken                                          */
	bool failed;         /* by an error after which OpenSSL must not be asked again   */
	bool eof;            /* the peer's FIN was read                                   */
	bool any;            /* a byte was read                                           */
	bool farewell;       /* our close_notify is sent                                  */
};

/* ---- below OpenSSL: the transport of TCP ---------------------------------------------- */

static int bio_read(BIO *bio, char *bytes, int size)
{
	struct wsc_conn *conn = BIO_get_data(bio);
	ssize_t received = wsc_io_tcp.recv(conn, bytes, (size_t) size);

	BIO_clear_retry_flags(bio);
	if (received == WSC_IO_AGAIN) {
		BIO_set_retry_read(bio);
		return -1;
	}
	if (received == 0) {
		conn->tls->eof = true;
		return 0;
	}
	if (received > 0) {
		conn->tls->any = true;
	}
	return received > 0 ? (int) received : -1;
}

static int bio_write(BIO *bio, const char *bytes, int length)
{
	struct wsc_conn *conn = BIO_get_data(bio);
	struct iovec vector = {(void *) bytes, (size_t) length};
	ssize_t sent = wsc_io_tcp.sendv(conn, &vector, 1);

	BIO_clear_retry_flags(bio);
	if (sent == WSC_IO_AGAIN) {
		BIO_set_retry_write(bio);
		return -1;
	}
	return sent > 0 ? (int) sent : -1;
}

/* Never says that it is at its end: OpenSSL 3 would take that for an error after
 * which nothing can be sent any more. */
static long bio_ctrl(BIO *bio, int command, long number, void *pointer)
{
	(void) bio;
	(void) number;
	(void) pointer;
	return command == BIO_CTRL_FLUSH;
}

struct bio_method_st *wsc_tls_method_new(void)
{
	BIO_METHOD *method = wsc_fault_memory() ? NULL : BIO_meth_new(BIO_TYPE_SOURCE_SINK, "wsc");

	if (method) {
		BIO_meth_set_read(method, bio_read);
		BIO_meth_set_write(method, bio_write);
		BIO_meth_set_ctrl(method, bio_ctrl);
	}
	return method;
}

void wsc_tls_method_free(struct bio_method_st *method)
{
	BIO_meth_free(method);
}

/* ---- a session --------------------------------------------------------------------------- */

static SSL *new_ssl(struct wsc_conn *conn, struct wsc_tls *tls)
{
	SSL *ssl = wsc_fault_memory() ? NULL : SSL_new(tls->contexts[0]);
	BIO *bio = ssl ? BIO_new(tls->method) : NULL;

	if (!bio) {
		SSL_free(ssl);
		ERR_clear_error();
		return NULL;
	}
	BIO_set_data(bio, conn);
	BIO_set_init(bio, 1);
	SSL_set_bio(ssl, bio, bio);
	return ssl;
}

static bool begin(struct wsc_conn *conn)
{
	struct wsc_tls_session *session = wsc_calloc(1, sizeof *session);

	if (!session) {
		return false;
	}
	session->ssl = new_ssl(conn, conn->server->tls);
	if (!session->ssl) {
		free(session);
		return false;
	}
	session->tls = wsc_tls_ref(conn->server->tls);
	session->owner = getpid();
	conn->tls = session;
	return true;
}

void wsc_tls_session_free(struct wsc_conn *conn)
{
	struct wsc_tls_session *session = conn->tls;

	if (session) {
		conn->tls = NULL;
		SSL_free(session->ssl);
		X509_free(session->peer);
		wsc_tls_unref(session->tls);
		free(session);
	}
}

/* May OpenSSL be asked? Not in a forked child: it would send with the parent's keys
 * what the parent will send with them, too. */
static bool usable(const struct wsc_conn *conn)
{
	return conn->tls && conn->tls->ssl && !conn->tls->failed && conn->tls->owner == getpid();
}

/* What a call that gave `result` means. */
static ssize_t judge(struct wsc_conn *conn, int result, bool writing)
{
	struct wsc_tls_session *session = conn->tls;

	switch (SSL_get_error(session->ssl, result)) {
	case SSL_ERROR_WANT_READ:
		conn->write_on_read |= writing;
		return WSC_IO_AGAIN;
	case SSL_ERROR_WANT_WRITE:
		conn->read_on_write |= !writing;
		return WSC_IO_AGAIN;
	case SSL_ERROR_ZERO_RETURN:
		return 0;
	default:
		if (session->eof && !writing) {
			return 0;
		}
		session->failed = true;
		return WSC_IO_ERROR;
	}
}

/* ---- the handshake -------------------------------------------------------------------------- */

static void explain(const struct wsc_conn *conn, int error, char *reason, size_t size)
{
	long verdict = SSL_get_verify_result(conn->tls->ssl);
	unsigned long code = ERR_peek_error();
	const char *text = code ? ERR_reason_error_string(code) : NULL;

	if (conn->tls->eof) {
		snprintf(reason, size, "the client has closed the connection");
	} else if (code && ERR_GET_REASON(code) == SSL_R_HTTP_REQUEST && ERR_GET_LIB(code) == ERR_LIB_SSL) {
		snprintf(reason, size, "it speaks HTTP, not TLS (%s)", text ? text : "http request");
	} else if (verdict != X509_V_OK) {
		snprintf(reason, size, "%s: %s", text ? text : "certificate", X509_verify_cert_error_string(verdict));
	} else {
		snprintf(reason, size, "%s", text ? text : error ? strerror(error) : "unknown error");
	}
}

enum wsc_tls_progress wsc_tls_handshake(struct wsc_conn *conn, char *reason, size_t size)
{
	struct wsc_tls_session *session;
	ssize_t verdict;
	int result;

	if (!conn->tls && !begin(conn)) {
		return WSC_TLS_NOMEM;
	}
	if (!usable(conn)) {
		return WSC_TLS_GONE;
	}
	session = conn->tls;
	ERR_clear_error();
	errno = 0;
	result = SSL_accept(session->ssl);
	if (result == 1) {
		session->done = true;
		session->peer = SSL_get_peer_certificate(session->ssl);
		conn->buffered = SSL_has_pending(session->ssl);
		return WSC_TLS_DONE;
	}
	verdict = judge(conn, result, false);
	if (verdict == WSC_IO_AGAIN) {
		return WSC_TLS_MORE;
	}
	session->failed = true;
	if (!session->any) {
		return WSC_TLS_GONE;
	}
	explain(conn, errno, reason, size);
	ERR_clear_error();
	return WSC_TLS_FAILED;
}

/* ---- the transport ----------------------------------------------------------------------------- */

static ssize_t tls_recv(struct wsc_conn *conn, void *buffer, size_t size)
{
	size_t received = 0;

	conn->buffered = false;
	if (!usable(conn)) {
		return WSC_IO_ERROR;
	}
	while (received < size) {
		size_t room = size - received < INT_MAX ? size - received : INT_MAX;
		ssize_t verdict;
		int result;

		ERR_clear_error();
		result = SSL_read(conn->tls->ssl, (char *) buffer + received, (int) room);
		if (result > 0) {
			received += (size_t) result;
			if (!SSL_has_pending(conn->tls->ssl)) {
				return (ssize_t) received;
			}
			continue;
		}
		verdict = judge(conn, result, false);
		ERR_clear_error();
		if (received == 0) {
			return verdict;
		}
		/* First what came before an end, of which no event will tell again. */
		conn->buffered = verdict != WSC_IO_AGAIN;
		return (ssize_t) received;
	}
	conn->buffered = true;
	return (ssize_t) received;
}

/* The next record, from the parts of a vector. A record that OpenSSL could not send has to
 * be offered again with the same bytes, and may be longer: the queue only grows. */
static const char *next_record(const struct iovec *vector, int count, size_t skip, char *record, size_t *length)
{
	size_t gathered = 0;

	if (vector->iov_len - skip >= RECORD_SIZE || count == 1) {
		*length = vector->iov_len - skip < RECORD_SIZE ? vector->iov_len - skip : RECORD_SIZE;
		return (const char *) vector->iov_base + skip;
	}
	for (; count > 0 && gathered < RECORD_SIZE; count--, vector++) {
		size_t part = vector->iov_len - skip;

		part = part < RECORD_SIZE - gathered ? part : RECORD_SIZE - gathered;
		memcpy(record + gathered, (const char *) vector->iov_base + skip, part);
		gathered += part;
		skip = 0;
	}
	*length = gathered;
	return record;
}

static ssize_t tls_sendv(struct wsc_conn *conn, struct iovec *vector, int count)
{
	char record[RECORD_SIZE];
	size_t skip = 0; /* of the first part */
	ssize_t sent = 0;

	if (!usable(conn)) {
		return WSC_IO_ERROR;
	}
	while (count > 0) {
		size_t length;
		const char *bytes = next_record(vector, count, skip, record, &length);
		int result;

		ERR_clear_error();
		result = SSL_write(conn->tls->ssl, bytes, (int) length);
		if (result <= 0) {
			ssize_t verdict = judge(conn, result, true);

			ERR_clear_error();
			if (verdict != WSC_IO_AGAIN) {
				conn->tls->failed = true;
				return WSC_IO_ERROR;
			}
			return sent > 0 ? sent : WSC_IO_AGAIN;
		}
		sent += result;
		skip += (size_t) result;
		while (count > 0 && skip >= vector->iov_len) {
			skip -= vector->iov_len;
			vector++;
			count--;
		}
	}
	return sent;
}

static bool tls_waiting(struct wsc_conn *conn)
{
	return conn->buffered || wsc_io_tcp.waiting(conn);
}

/* Sends close_notify; false: the kernel does not take it yet. */
static bool say_goodbye(struct wsc_conn *conn)
{
	int result;

	if (!usable(conn) || !conn->tls->done || conn->tls->farewell) {
		return true;
	}
	ERR_clear_error();
	result = SSL_shutdown(conn->tls->ssl);
	conn->tls->farewell = result >= 0 || SSL_get_error(conn->tls->ssl, result) != SSL_ERROR_WANT_WRITE;
	ERR_clear_error();
	return conn->tls->farewell;
}

static bool tls_shutdown(struct wsc_conn *conn)
{
	return say_goodbye(conn) && wsc_io_tcp.shutdown(conn);
}

static void tls_close(struct wsc_conn *conn, bool reset)
{
	struct wsc_tls_session *session = conn->tls;

	if (session && session->owner != getpid()) {
		reset = false; /* the connection goes on in the parent */
	} else if (!reset) {
		say_goodbye(conn);
	}
	wsc_io_tcp.close(conn, reset);
	if (session) {
		SSL_free(session->ssl);
		session->ssl = NULL;
	}
}

const struct wsc_transport wsc_io_tls = {
	.recv = tls_recv,
	.sendv = tls_sendv,
	.waiting = tls_waiting,
	.shutdown = tls_shutdown,
	.close = tls_close,
};

/* ---- what the embedder asks ------------------------------------------------------------------ */

char *wsc_conn_peer_certificate(const struct wsc_conn *conn, size_t *length)
{
	BIO *memory = conn->tls && conn->tls->peer ? BIO_new(BIO_s_mem()) : NULL;
	char *pem = NULL, *bytes;
	long size;

	if (!memory) {
		return NULL;
	}
	if (PEM_write_bio_X509(memory, conn->tls->peer)) {
		size = BIO_get_mem_data(memory, &bytes);
		pem = wsc_malloc((size_t) size);
		if (pem) {
			memcpy(pem, bytes, (size_t) size);
			*length = (size_t) size;
		}
	}
	BIO_free(memory);
	ERR_clear_error();
	return pem;
}

#endif
