/* SPDX-License-Identifier: MIT
 *
 * L1: the transport of a plain TCP connection. This file and
 * socket.c are the only ones that touch the descriptor of a connection. No function here waits,
 * raises SIGPIPE or runs user code.
 */
#include "internal.h"
#include "sockets.h"

#ifdef __linux__
#include <signal.h>
#include <sys/sendfile.h>
#endif

#ifndef SOCK_CLOEXEC
#define SOCK_CLOEXEC 0 /* macOS; only for what is closed again at once */
#endif

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* macOS; SO_NOSIGPIPE is set on accept there */
#endif

static bool would_block(int error)
{
	return error == EAGAIN || error == EWOULDBLOCK;
}

/* Not to be mixed up with a transport's recv(): these are for what stands before it. */
ssize_t wsc_io_peek(const struct wsc_conn *conn, void *buffer, size_t size)
{
	ssize_t received;

	size = wsc_fault_size(size);
	if (size == 0) {
		return WSC_IO_AGAIN;
	}
	do {
		received = recv(conn->fd, buffer, size, MSG_PEEK);
	} while (received < 0 && wsc_socket_error() == EINTR);
	if (received < 0) {
		return would_block(wsc_socket_error()) ? WSC_IO_AGAIN : WSC_IO_ERROR;
	}
	return received;
}

bool wsc_io_take(const struct wsc_conn *conn, void *buffer, size_t size)
{
	return recv(conn->fd, buffer, size, 0) == (ssize_t) size;
}

bool wsc_io_descriptors_left(void)
{
#ifdef _WIN32
	return true; /* memory is the limit there */
#else
	int pairs[2][2] = {{-1, -1}, {-1, -1}};
	bool left = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pairs[0]) == 0 &&
	            socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pairs[1]) == 0;
	int i;

	for (i = 0; i < 4; i++) {
		if (pairs[i / 2][i % 2] >= 0) {
			evutil_closesocket(pairs[i / 2][i % 2]);
		}
	}
	return left;
#endif
}

static ssize_t tcp_recv(struct wsc_conn *conn, void *buffer, size_t size)
{
	ssize_t received;

	size = wsc_fault_size(size);
	if (size == 0) {
		return WSC_IO_AGAIN;
	}
	do {
		received = recv(conn->fd, buffer, size, 0);
	} while (received < 0 && wsc_socket_error() == EINTR);
	if (received < 0) {
		return would_block(wsc_socket_error()) ? WSC_IO_AGAIN : WSC_IO_ERROR;
	}
	return received;
}

#ifdef _WIN32
#define PARTS_MAX 64 /* what is more goes with the next call */

static ssize_t send_parts(int fd, struct iovec *vector, int count)
{
	WSABUF parts[PARTS_MAX];
	DWORD sent;
	int i;

	for (i = 0; i < count && i < PARTS_MAX; i++) {
		parts[i].buf = vector[i].iov_base;
		parts[i].len = (ULONG) vector[i].iov_len;
	}
	return WSASend((SOCKET) fd, parts, (DWORD) i, &sent, 0, NULL, NULL) == 0 ? (ssize_t) sent : -1;
}
#else
/* Several parts in one call. */
static ssize_t send_parts(int fd, struct iovec *vector, int count)
{
	struct msghdr message = {.msg_iov = vector, .msg_iovlen = (size_t) count};

	return sendmsg(fd, &message, MSG_NOSIGNAL);
}
#endif

static ssize_t tcp_sendv(struct wsc_conn *conn, struct iovec *vector, int count)
{
	ssize_t sent;

	count = wsc_fault_cut(vector, count);
	if (count == 0) {
		return WSC_IO_AGAIN;
	}
	do {
		if (count == 1) {
			sent = send(conn->fd, vector[0].iov_base, vector[0].iov_len, MSG_NOSIGNAL);
		} else {
			sent = send_parts(conn->fd, vector, count);
		}
	} while (sent < 0 && wsc_socket_error() == EINTR);
	if (sent < 0) {
		/* ENOBUFS: the kernel is short of memory for the moment */
		return would_block(wsc_socket_error()) || wsc_socket_error() == ENOBUFS ? WSC_IO_AGAIN : WSC_IO_ERROR;
	}
	return sent;
}

#ifdef __linux__
/* The one call that knows no MSG_NOSIGNAL: a SIGPIPE of it is taken back before
 * anybody sees it, unless one was pending already. */
static ssize_t sendfile_quietly(int fd, int file, off_t offset, size_t length)
{
	static const struct timespec at_once = {0};
	sigset_t pipe, before, pending;
	ssize_t sent;
	int error;

	sigemptyset(&pipe);
	sigaddset(&pipe, SIGPIPE);
	sigpending(&pending);
	sigprocmask(SIG_BLOCK, &pipe, &before);
	do {
		sent = sendfile(fd, file, &offset, length);
	} while (sent < 0 && errno == EINTR);
	error = errno;
	if (sent < 0 && error == EPIPE && !sigismember(&pending, SIGPIPE)) {
		sigtimedwait(&pipe, NULL, &at_once);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = error;
	return sent;
}

static ssize_t tcp_sendfile(struct wsc_conn *conn, int file, uint64_t offset, size_t length)
{
	ssize_t sent;

	length = wsc_fault_size(length);
	if (length == 0) {
		return WSC_IO_AGAIN;
	}
	sent = sendfile_quietly(conn->fd, file, (off_t) offset, length);
	if (sent < 0) {
		if (errno == EINVAL || errno == ENOSYS) {
			return WSC_IO_NEVER; /* some file systems have no page cache */
		}
		return would_block(errno) || errno == ENOBUFS || errno == ENOMEM ? WSC_IO_AGAIN : WSC_IO_ERROR;
	}
	return sent;
}
#endif

static bool tcp_waiting(struct wsc_conn *conn)
{
	char byte;

	return recv(conn->fd, &byte, 1, MSG_PEEK) > 0;
}

static bool tcp_shutdown(struct wsc_conn *conn)
{
	shutdown(conn->fd, SHUT_WR);
	return true;
}

static void tcp_close(struct wsc_conn *conn, bool reset)
{
	if (reset) {
		struct linger linger = {.l_onoff = 1, .l_linger = 0};

		setsockopt(conn->fd, SOL_SOCKET, SO_LINGER, (const void *) &linger, sizeof linger);
	}
	evutil_closesocket(conn->fd);
	conn->fd = -1;
}

const struct wsc_transport wsc_io_tcp = {
	.recv = tcp_recv,
	.sendv = tcp_sendv,
#ifdef __linux__
	.sendfile = tcp_sendfile,
#endif
	.waiting = tcp_waiting,
	.shutdown = tcp_shutdown,
	.close = tcp_close,
};
