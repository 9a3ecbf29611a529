<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $headers = ['X-Twice' => ['1', '2'], 'Cookie' => 'a=1; b=x%20y; c=p=q', 'User-Agent' => 'Test (client)'];
    $talk->ws('/path/to;v=1?x=1&y%5B%5D=%C3%BC&z', $headers)->frames(5)->text('user-agent')->frames()->close()->eof();
    $talk->out('closed');
    $talk->ws('/', ['Host' => 'Example.COM:8443'])->frames(5)->close()->eof();
    $talk->out('closed');
    $talk->ws('/a//b/../c', ['Host' => 'example.com:443', 'X-Twice' => '  padded  '])->frames(5)->close()->eof();
    $talk->out('closed');
};
