<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
    $calls = [
        '[2,"1","sum",1,2,3]', '[2,"2","sum",[4,5]]', '[2,"3","err"]', '[2,"4","why",{"x":[]}]', '[2,"5","pre"]',
        '[2,"6","ü/é","é",null,true,1.5]', '[2,"7","echo",{"a":{"b":"</c>"}}]', '[2,"8","echo",[1,2],[3]]', '[2,9,"sum",1]',
    ];
    foreach ($calls as $call) {
        $a->text($call)->frames();
    }
    $a->frames(); /* the prefix came with a result */
    $a->text('[1,"calc","http://example.com/calc#"]')->text('[2,"10","calc:sum",7]')->frames();
    $a->text('[1,"c","http://example.com/c"]')->text('[2,"11","c:echo",1]')->frames();
    $a->text('[2,"12","unknown:sum",1]')->frames()->text('[2,"13","http://calc/sum",1]')->frames();
    $a->text('[2,"14","die"]')->frames();
    $a->close()->eof();
    $talk->out('closed');
};
