--TEST--
OriginCheck: alone on any connection; the host of the Origin decides, and no Origin is refused without a warning
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Http\OriginCheck;

$conn = new MockConnection;
$check = new OriginCheck(new MockComponent, ['localhost', 'example.com', '10', 'null', '[::1]', 5, true, null, [], 'file://']);
foreach (['http://localhost', 'https://localhost:8080', 'http://localhost/path', 'http://user@localhost', 'localhost', '//localhost', 'http://example.com',
    'http://LOCALHOST', 'http://www.example.com', 'http://example.com.evil.net', 'http://evil.net/example.com', 'http://evil.net#localhost',
    'http://10', 'http://1e1', 'http://0xA', 'http://5', '5', 'null', 'http://[::1]:80', 'file://', 'http:///x', '', 'http://1', 'anything'] as $origin) {
    echo "$origin ";
    ob_start();
    $check->onOpen($conn, request('http://localhost/', ['Origin' => $origin]));
    echo str_contains(ob_get_clean(), 'onOpen') ? "ok\n" : "refused\n";
}

echo "-- none, two\n";
attempt(fn() => $check->onOpen($conn, request('http://localhost/')));
attempt(fn() => $check->onOpen($conn, request('http://localhost/', ['Origin' => ['http://evil.net', 'http://localhost']])));
attempt(fn() => $check->onOpen($conn, request('http://localhost/', ['ORIGIN' => ['http://localhost', 'http://evil.net']])));
attempt(fn() => $check->onOpen($conn));
attempt(fn() => $check->onOpen($conn, null));
$check->allowedOrigins[] = '';
attempt(fn() => $check->onOpen($conn, request('http://localhost/')));
$check->allowedOrigins = 'no array';
attempt(fn() => $check->onOpen($conn, request('http://localhost/', ['Origin' => 'http://localhost'])));

echo "-- passes on\n";
attempt(fn() => $check->onMessage($conn, 'hello'));
attempt(fn() => $check->onClose($conn));
attempt(fn() => $check->onError($conn, new Exception('e')));

echo "-- subclasses\n";
class Listed extends OriginCheck
{
    public $allowedOrigins = ['base', 'second'];
    public function component() { return $this->_component; }
}
$listed = new Listed($component = new MockComponent, ['first', 'b', 'third']);
var_dump($listed->allowedOrigins === ['base', 'second', 'third'], $listed->component() === $component);
class Orphan extends OriginCheck
{
    public function __construct() {}
}
attempt(fn() => (new Orphan)->onMessage($conn, 'x'));
attempt(fn() => new OriginCheck(new stdClass));
attempt(fn() => new OriginCheck(component: new MockComponent, allowed: 'x'));

echo "-- entries that are objects\n";
$check = new OriginCheck(new MockComponent);
$check->allowedOrigins = ['a', new class($check) {
    public function __construct(private $check) {}
    public function __toString() { $this->check->allowedOrigins = []; gc_collect_cycles(); return 'b'; }
}, 'c'];
attempt(fn() => $check->onOpen($conn, request('http://localhost/', ['Origin' => 'http://c'])));
$check->allowedOrigins = [new stdClass];
attempt(fn() => $check->onOpen($conn, request('http://localhost/', ['Origin' => 'http://c'])));
?>
--EXPECT--
http://localhost ok
https://localhost:8080 ok
http://localhost/path ok
http://user@localhost ok
localhost ok
//localhost ok
http://example.com ok
http://LOCALHOST refused
http://www.example.com refused
http://example.com.evil.net refused
http://evil.net/example.com refused
http://evil.net#localhost refused
http://10 ok
http://1e1 refused
http://0xA refused
http://5 ok
5 ok
null ok
http://[::1]:80 ok
file:// ok
http:///x refused
 refused
http://1 refused
anything refused
-- none, two
send "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
send "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
onOpen GET http://localhost/
= "opened"
UnexpectedValueException: $request can not be null
UnexpectedValueException: $request can not be null
onOpen GET http://localhost/
= "opened"
send "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
-- passes on
onMessage hello
= "told"
onClose
= "closed"
onError e
= "failed"
-- subclasses
bool(true)
bool(true)
LogicException: Orphan has no component: its constructor must call parent::__construct($component)
TypeError: Ratchet\Http\OriginCheck::__construct(): Argument #1 ($component) must be of type Ratchet\MessageComponentInterface, stdClass given
TypeError: Ratchet\Http\OriginCheck::__construct(): Argument #2 ($allowed) must be of type array, string given
-- entries that are objects
onOpen GET http://localhost/
= "opened"
Error: Object of class stdClass could not be converted to string
