--TEST--
IoServer::factory(): a port in use, a bad address, a bad port: React's exceptions, and what to do
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

$used = IoServer::factory(new EchoServer, 0, '127.0.0.1');
$port = (int) substr(strrchr($used->socket->getAddress(), ':'), 1);

function attempt($port, $address): void
{
    try {
        IoServer::factory(new EchoServer, $port, $address);
        echo "listens\n";
    } catch (Exception $e) {
        echo get_class($e), ' ', $e->getCode(), ': ', str_replace($GLOBALS['port'], 'PORT', $e->getMessage()), "\n";
    }
}

attempt($port, '127.0.0.1');
attempt($port, '0.0.0.0');
attempt(0, '192.0.2.1'); /* TEST-NET-1: nobody's */
foreach (['localhost', '', 'example.org', '1.2.3', '127.0.0.1:x', '127.0.0.1/8', '[]', '[::1', str_repeat('x', 500)] as $bad) {
    attempt(8080, $bad);
}
foreach ([70000, 65536, -1, '70000', 'http', '', '8x', null, 1.5, true] as $bad) {
    attempt($bad, '127.0.0.1');
}
?>
--EXPECTF--
RuntimeException 98: Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE): another program listens there; stop it or choose another port
RuntimeException 98: Failed to listen on "tcp://0.0.0.0:PORT": Address already in use (EADDRINUSE): another program listens there; stop it or choose another port
RuntimeException 99: Failed to listen on "tcp://192.0.2.1:0": Cannot assign requested address (EADDRNOTAVAIL): this machine has no such address; 0.0.0.0 is every address it has
InvalidArgumentException 22: Given URI "tcp://localhost:8080" does not contain a valid host IP (EINVAL): give an address such as 127.0.0.1 or 0.0.0.0, not a name
InvalidArgumentException 22: Invalid URI "tcp://:8080" given (EINVAL): the address is empty; 0.0.0.0 is every address of this machine
InvalidArgumentException 22: Given URI "tcp://example.org:8080" does not contain a valid host IP (EINVAL): give an address such as 127.0.0.1 or 0.0.0.0, not a name
InvalidArgumentException 22: Given URI "tcp://1.2.3:8080" does not contain a valid host IP (EINVAL): give an address such as 127.0.0.1 or 0.0.0.0, not a name
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:x" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Given URI "tcp://127.0.0.1/8:8080" does not contain a valid host IP (EINVAL): give an address such as 127.0.0.1 or 0.0.0.0, not a name
InvalidArgumentException 22: %s
InvalidArgumentException 22: %s
InvalidArgumentException 22: Given URI "tcp://xxx%s
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:70000" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:65536" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:-1" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:70000" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:http" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:8x" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:1.5" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:1" given (EINVAL): a port is a number from 0 to 65535
