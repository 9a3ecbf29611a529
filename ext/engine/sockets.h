/* SPDX-License-Identifier: MIT
 *
 * L1: the sockets of the system, BSD's or Winsock's, for the files that may touch one.
 * A socket is an int here: those of Windows are small numbers, too, whatever their
 * type. It is closed with evutil_closesocket(), and wsc_socket_error() says in the
 * numbers of errno why a call has failed. Whoever loads the engine has called
 * WSAStartup(), as PHP does.
 */
#ifndef WSC_SOCKETS_H
#define WSC_SOCKETS_H

#include <errno.h>

#ifdef _WIN32

#include <winsock2.h>
#include <ws2tcpip.h>

#define SHUT_WR SD_SEND

static inline int wsc_socket_error(void)
{
	int error = WSAGetLastError();

	switch (error) {
	case WSAEWOULDBLOCK:
		return EAGAIN;
	case WSAEINTR:
		return EINTR;
	case WSAEMFILE:
		return EMFILE;
	case WSAENOBUFS:
		return ENOBUFS;
	case WSAEACCES:
		return EACCES;
	case WSAEINVAL:
		return EINVAL;
	case WSAEADDRINUSE:
		return EADDRINUSE;
	case WSAEADDRNOTAVAIL:
		return EADDRNOTAVAIL;
	case WSAEAFNOSUPPORT:
		return EAFNOSUPPORT;
	case WSAECONNABORTED:
		return ECONNABORTED;
	case WSAECONNRESET:
		return ECONNRESET;
	case WSAENETDOWN:
		return ENETDOWN;
	default:
		return error; /* Winsock's own: strerror() does not know it, who looks it up does */
	}
}

#else

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

static inline int wsc_socket_error(void)
{
	return errno;
}

#endif
#endif
