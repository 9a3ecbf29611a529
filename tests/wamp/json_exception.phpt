--TEST--
JsonException: the code and the words for the last error of JSON
--FILE--
<?php
foreach (['[', str_repeat('[', 600), "\"\xff\"", "\"\x01\"", '[1}', '{"a":1', '"\ud800"', 'null', ''] as $text) {
    json_decode($text);
    $e = new Ratchet\Wamp\JsonException;
    echo $e->getCode(), ' ', $e->getMessage(), ' ', json_encode(json_last_error() === $e->getCode()), "\n";
}
var_dump($e instanceof Ratchet\Wamp\Exception, $e->getLine(), basename($e->getFile()) === basename(__FILE__));
class Mine extends Ratchet\Wamp\JsonException
{
    public function __construct()
    {
        parent::__construct();
        $this->message .= '!';
    }
}
echo (new Mine)->getMessage(), "\n";

require __DIR__ . '/wamp.inc';
$protocol = new Ratchet\Wamp\ServerProtocol(new class extends WampApp { public function onOpen(Ratchet\ConnectionInterface $conn) {} });
$protocol->onOpen($wire = new Wire);
foreach (['nojson', '', str_repeat('[', 600), "\"\xff\"", 'null', '5', '[9]', '[5,[]]', '[5]', '[1,"a"]', '[7,"a","b",[],5]', '[7,"a"]'] as $message) {
    try {
        $protocol->onMessage($wire, $message);
    } catch (Ratchet\Wamp\Exception $e) {
        echo get_class($e), ' ', $e->getCode(), ' ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
4 Syntax error, malformed JSON true
1 Maximum stack depth exceeded true
5 Malformed UTF-8 characters, possibly incorrectly encoded true
3 Unexpected control character found true
2 Underflow or the modes mismatch true
4 Syntax error, malformed JSON true
10 Unknown error true
0 Unknown error true
4 Syntax error, malformed JSON true
bool(true)
int(4)
bool(true)
Unknown error!
Ratchet\Wamp\JsonException 4 Syntax error, malformed JSON
Ratchet\Wamp\JsonException 4 Syntax error, malformed JSON
Ratchet\Wamp\JsonException 1 Maximum stack depth exceeded
Ratchet\Wamp\JsonException 5 Malformed UTF-8 characters, possibly incorrectly encoded
Ratchet\Wamp\JsonException 0 Unknown error
Ratchet\Wamp\Exception 0 Invalid WAMP message format
Ratchet\Wamp\Exception 0 Invalid WAMP message type
Ratchet\Wamp\Exception 0 Invalid Topic, must be a string
Ratchet\Wamp\Exception 0 Invalid Topic, must be a string
Ratchet\Wamp\Exception 0 Invalid prefix, must be a string
Ratchet\Wamp\Exception 0 Invalid list of eligible sessions, must be an array
Ratchet\Wamp\Exception 0 Invalid WAMP message format
