--TEST--
CloseResponseTrait: a layer in PHP uses it; the bytes of an answer; what cannot be sent is refused
--FILE--
<?php
require __DIR__ . '/mock.inc';

class Layer
{
    use Ratchet\Http\CloseResponseTrait;
    public function refuse(...$arguments) { return $this->close(...$arguments); }
}
class Child extends Layer
{
}

class Renamed
{
    use Ratchet\Http\CloseResponseTrait { close as public sorry; }
}

$layer = new Layer;
$conn = new MockConnection;
attempt(fn() => $layer->refuse($conn));
attempt(fn() => $layer->refuse($conn, 403));
attempt(fn() => $layer->refuse($conn, '404', [], 'extra'));
attempt(fn() => $layer->refuse($conn, 599));
attempt(fn() => $layer->refuse($conn, 405, ['Allow' => ['GET', 'POST']]));
attempt(fn() => $layer->refuse($conn, 401, ['WWW-Authenticate' => ' Basic ', 'Set-Cookie' => ['a=1', 'b=2'], 'N' => 5, 'E' => '']));
attempt(fn() => $layer->refuse($conn, 200, ['A' => 1, 'X-Powered-By' => 'me']));
attempt(fn() => $layer->refuse($conn, 200, ['x-powered-by' => 'me', 'A' => 'x', 'a' => 'y']));
attempt(fn() => (new Child)->refuse($conn, additional_headers: ['A' => 'b'], code: 503));
attempt(fn() => (new Renamed)->sorry($conn, 410));

echo "-- refused\n";
foreach ([[99], [600], [-1], [PHP_INT_MAX], ['x'], [200, ['a b' => 1]], [200, ['' => 1]], [200, ['a' => "x\r\nb: c"]], [200, ['a' => "\0"]],
    [200, ['a' => new stdClass]], [200, ['a' => ['x', []]]]] as $arguments) {
    attempt(fn() => $layer->refuse($conn, ...$arguments));
}
attempt(fn() => $layer->refuse(new stdClass));

echo "-- what it is\n";
$trait = new ReflectionClass('Ratchet\Http\CloseResponseTrait');
var_dump($trait->isTrait(), class_uses('Layer'), (new ReflectionMethod('Layer', 'close'))->isPrivate());
class Own
{
    use Ratchet\Http\CloseResponseTrait;
    private function close($x) { echo "own $x\n"; }
    public function go() { $this->close('one'); }
}
(new Own)->go();

echo "-- a connection that throws\n";
$throwing = new class extends MockConnection {
    public function send($data) { throw new DomainException('gone'); }
};
attempt(fn() => $layer->refuse($throwing, 500));
?>
--EXPECT--
send "HTTP/1.1 400 Bad Request\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
send "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
send "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
send "HTTP/1.1 599 \r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
send "HTTP/1.1 405 Method Not Allowed\r\nX-Powered-By: Ratchet/0.4.4\r\nAllow: GET, POST\r\n\r\n"
close
= null
send "HTTP/1.1 401 Unauthorized\r\nX-Powered-By: Ratchet/0.4.4\r\nWWW-Authenticate: Basic\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nN: 5\r\nE: \r\n\r\n"
close
= null
send "HTTP/1.1 200 OK\r\nX-Powered-By: me\r\nA: 1\r\n\r\n"
close
= null
send "HTTP/1.1 200 OK\r\nX-Powered-By: Ratchet/0.4.4, me\r\nA: x, y\r\n\r\n"
close
= null
send "HTTP/1.1 503 Service Unavailable\r\nX-Powered-By: Ratchet/0.4.4\r\nA: b\r\n\r\n"
close
= null
send "HTTP/1.1 410 Gone\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
-- refused
InvalidArgumentException: Status code must be an integer value between 1xx and 5xx, 99 given
InvalidArgumentException: Status code must be an integer value between 1xx and 5xx, 600 given
InvalidArgumentException: Status code must be an integer value between 1xx and 5xx, -1 given
InvalidArgumentException: Status code must be an integer value between 1xx and 5xx, 2147483647 given
TypeError: Layer::close(): Argument #2 ($code) must be of type int, string given
InvalidArgumentException: "a b" is not valid header name.
InvalidArgumentException: "" is not valid header name.
InvalidArgumentException: "x
b: c" is not valid header value.
InvalidArgumentException: "" is not valid header value.
InvalidArgumentException: Header value must be scalar or null but stdClass provided.
InvalidArgumentException: Header value must be scalar or null but array provided.
TypeError: Layer::close(): Argument #1 ($conn) must be of type Ratchet\ConnectionInterface, stdClass given
-- what it is
bool(true)
array(1) {
  ["Ratchet\Http\CloseResponseTrait"]=>
  string(31) "Ratchet\Http\CloseResponseTrait"
}
bool(true)
own one
-- a connection that throws
DomainException: gone
